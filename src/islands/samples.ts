const FOLDER = '../../content/samples/';

/** One small file each, loaded when its button is pressed. */
const files = import.meta.glob<string>('../../content/samples/*.txt', {
  query: '?raw',
  import: 'default',
});

/**
 * Loads a sample text.
 *
 * @param name Its file in `content/samples/`, without `.txt`.
 * @returns Undefined when it cannot be loaded.
 */
export async function loadSample(name: string): Promise<string | undefined> {
  try {
    return await files[`${FOLDER}${name}.txt`]?.();
  } catch {
    return undefined;
  }
}
