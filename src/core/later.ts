import type { EventReport, ObjectReport } from './types.ts';

/** Whether `a` was last seen later than `b`; by age, and by the order of printing where ages do not tell. */
function isLater(a: EventReport, b: EventReport): boolean {
  if (a.lastSeen !== undefined && b.lastSeen !== undefined && a.lastSeen !== b.lastSeen)
    return a.lastSeen < b.lastSeen;
  return a.line > b.line;
}

/** A kind of events that other events are compared with. A constant: its answers are kept by identity. */
export type EventTest = (event: EventReport) => boolean;

/**
 * The latest of many events, as far as it takes to tell whether any of them is later than another one: the newest and
 * the last printed of those with an age, and the last printed of those without.
 */
class Latest {
  private newest: EventReport | undefined;
  private lastWithAge: EventReport | undefined;
  private lastWithoutAge: EventReport | undefined;

  add(event: EventReport): void {
    if (event.lastSeen === undefined) this.lastWithoutAge = event;
    else {
      this.lastWithAge = event;
      if (!this.newest || isLater(event, this.newest)) this.newest = event;
    }
  }

  findAfter(event: EventReport, atAnotherTime: boolean): EventReport | undefined {
    return [this.newest, this.lastWithAge, this.lastWithoutAge].find(
      (one) =>
        one !== undefined &&
        isLater(one, event) &&
        !(atAnotherTime && one.lastSeen === event.lastSeen),
    );
  }
}

/** The latest events of one kind, of each container and of those that name none. */
class LatestByContainer {
  private readonly all = new Latest();
  private readonly unnamed = new Latest();
  private named: Map<string, Latest> | undefined;
  /** Whether there is any such event. */
  readonly some: boolean;

  constructor(events: readonly EventReport[], test: EventTest) {
    const own = events.filter(test);
    this.some = own.length > 0;
    for (const event of own) {
      this.all.add(event);
      if (event.container === undefined) this.unnamed.add(event);
      else {
        this.named ??= new Map();
        const latest = this.named.get(event.container) ?? new Latest();
        this.named.set(event.container, latest);
        latest.add(event);
      }
    }
  }

  findAfter(
    event: EventReport,
    { ofSameContainer = false, atAnotherTime = false }: LaterOptions,
  ): EventReport | undefined {
    if (!ofSameContainer || event.container === undefined)
      return this.all.findAfter(event, atAnotherTime);
    return (
      this.unnamed.findAfter(event, atAnotherTime) ??
      this.named?.get(event.container)?.findAfter(event, atAnotherTime)
    );
  }
}

export interface LaterOptions {
  /** Only events that name the same container or none. */
  readonly ofSameContainer?: boolean;
  /** Only events whose age is another one. */
  readonly atAnotherTime?: boolean;
}

const known = new WeakMap<ObjectReport, Map<EventTest, LatestByContainer>>();

function latestOf(object: ObjectReport, test: EventTest): LatestByContainer {
  let byTest = known.get(object);
  if (!byTest) known.set(object, (byTest = new Map<EventTest, LatestByContainer>()));
  let latest = byTest.get(test);
  if (!latest) byTest.set(test, (latest = new LatestByContainer(object.events, test)));
  return latest;
}

/**
 * Finds an event of the object that passes the test and is later than this one; undefined when there is none.
 *
 * Each test goes through the events of an object once, however many of them are asked about: an object can have a
 * hundred thousand.
 */
export function findLater(
  object: ObjectReport,
  event: EventReport,
  test: EventTest,
  options: LaterOptions = {},
): EventReport | undefined {
  return latestOf(object, test).findAfter(event, options);
}

/** Whether the object has an event that passes the test. */
export function hasEvent(object: ObjectReport, test: EventTest): boolean {
  return latestOf(object, test).some;
}
