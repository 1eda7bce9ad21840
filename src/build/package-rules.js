const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
const FIELDS = /** @type {const} */ (['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']);

/**
 * What is wrong with package.json and its lock file: a version that is a range may be another tomorrow, and an address in
 * the lock file ties every installation to the registry of whoever wrote it.
 *
 * @param {string} packageText content of package.json
 * @param {string} lockText content of package-lock.json
 * @returns {string[]} a sentence each
 */
export function packageProblems(packageText, lockText) {
  const described = /** @type {Partial<Record<(typeof FIELDS)[number], Record<string, string>>>} */ (
    JSON.parse(packageText)
  );
  const ranges = FIELDS.flatMap((field) => Object.entries(described[field] ?? {}))
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `package.json: ${name} is "${version}"; an exact version is expected`);
  const line = lockText.split('\n').findIndex((each) => each.includes('"resolved"'));
  if (line === -1) return ranges;
  return [
    ...ranges,
    `package-lock.json:${String(line + 1)}: has "resolved"; run npm install with the .npmrc of the project`,
  ];
}
