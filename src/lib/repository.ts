/**
 * Checks the address of the project's repository, as the build was told it in `REPOSITORY_URL`.
 *
 * Readers open what they write there: anything but https stops the build.
 */
export function toRepository(value: string | undefined): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (!/^https:\/\/[\w.-]+(?::\d+)?(?:\/[\w.~-]+)+\/?$/u.test(value))
    throw new Error(
      `REPOSITORY_URL is “${value}”, but must look like https://github.com/owner/name.`,
    );
  return value.replace(/\/$/u, '');
}

/** Where a file of the repository is shown, from where it can be edited. */
export function toFileHref(repository: string, file: string): string {
  return `${repository}/blob/HEAD/${file}`;
}
