import fc from 'fast-check';

const segment = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 3 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('10', '02', '20211010', '18446744073709551615') },
);
const identifier = fc.oneof(
  fc.constantFrom('alpha', 'beta', 'rc', 'rc1', '-', 'a-b', '0', '1', '2', '10', '99', '103', '18446744073709551616'),
  fc.stringMatching(/^[a-z][0-9A-Za-z-]{0,4}$/),
);
const identifiers = fc.array(identifier, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'));
const optional = (sign: string, text: fc.Arbitrary<string>) =>
  fc.oneof(
    fc.constant(''),
    text.map((it) => sign + it),
  );

/** Texts that are versions, in every spelling that the lenient parser takes. */
export const versionTexts = fc
  .tuple(
    fc.constantFrom('', 'v'),
    fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => segments.join('.')),
    optional('-', identifiers),
    optional('+', identifiers),
  )
  .map((parts) => parts.join(''));

/** Texts of which some are versions and some are not. */
export const anyTexts = fc.oneof(
  { weight: 5, arbitrary: versionTexts },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', 'latest', 'nightly', 'vv1.0.0', '1.2.3.4', '1.0.0-01', '1.0.0-', '99e9'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
);
