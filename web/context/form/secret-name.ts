const secretWords =
  /(?:^|[^a-z])(?:pass(?:word|wd|phrase)?|pwd|token|secret|api[-_]?key|access[-_]?key(?:[-_]?id)?|private[-_]?key|secret[-_]?(?:access[-_]?)?key|credentials?|client[-_]?secret)$/;

/** Tells whether a parameter of this name holds a secret itself, and not the name of one: it is kept out of addresses. */
export function isSecretName(name: string): boolean {
  // `accessKeyID` and `access_key_id` are read alike.
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  return secretWords.test(words);
}
