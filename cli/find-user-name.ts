import { userInfo } from 'node:os';

/** Who runs this program, as the system calls them; undefined where it knows no name, as in some containers. */
export function findUserName(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  try {
    const { username } = userInfo();
    if (username !== '') return username;
  } catch {
    // No entry for this user: what the environment says is the next best.
  }
  return environment['USER'] || environment['USERNAME'] || undefined;
}
