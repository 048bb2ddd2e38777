/** What a YAML scalar stands for in the KubeVela client: integers are `bigint`, floats are `number`. */
export type ScalarValue = null | boolean | bigint | number | string;

const standardTag = 'tag:yaml.org,2002:';

const spellings: readonly (readonly [ScalarValue, readonly string[]])[] = [
  [true, ['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']],
  [false, ['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF']],
  [null, ['', '~', 'null', 'Null', 'NULL']],
  [Number.NaN, ['.nan', '.NaN', '.NAN']],
  [Number.POSITIVE_INFINITY, ['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF']],
  [Number.NEGATIVE_INFINITY, ['-.inf', '-.Inf', '-.INF']],
];
const words = new Map(spellings.flatMap(([value, texts]) => texts.map((text) => [text, value] as const)));

const decimal = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const integer = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
const maxSigned = 2n ** 63n - 1n;
const maxUnsigned = 2n ** 64n - 1n;
/** From this power of ten on Go's shortest `%g` writes an exponent. */
const firstScientificExponent = 6;

/**
 * Reads a scalar without quotes as the client does: YAML 1.1 as `goyaml.v2/resolve.go` of sigs.k8s.io/yaml has it,
 * so `yes` is true, `010` is 8, `1_000` is 1000, `1.10` is 1.1, and dates and base-60 numbers are texts.
 */
export function resolvePlainScalar(text: string): ScalarValue {
  const word = words.get(text);
  if (word !== undefined) return word;
  const first = text[0] ?? '';
  if (first === '.') return toFiniteFloat(text) ?? text;
  if (!/[-+0-9]/.test(first)) return text;
  const digits = text.replaceAll('_', '');
  return toInteger(digits) ?? toFiniteFloat(digits) ?? text;
}

/** Reads a scalar that carries an explicit tag; undefined when the client refuses the combination (`!!int abc`). */
export function resolveTaggedScalar(tag: string, text: string): ScalarValue | undefined {
  if (!tag.startsWith(standardTag)) return text;
  switch (tag.slice(standardTag.length)) {
    case 'str':
      return text;
    case 'binary':
      return toDecodedBase64(text);
    case 'timestamp':
      return /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ]|$)/.test(text) ? text : undefined;
    case 'null':
      return resolvePlainScalar(text) === null ? null : undefined;
    case 'bool': {
      const value = resolvePlainScalar(text);
      return typeof value === 'boolean' ? value : undefined;
    }
    case 'int': {
      const value = resolvePlainScalar(text);
      return typeof value === 'bigint' ? value : undefined;
    }
    case 'float': {
      const value = resolvePlainScalar(text);
      if (typeof value === 'bigint') return Number(value);
      return typeof value === 'number' ? value : undefined;
    }
    default:
      return text;
  }
}

/** Writes a value as the client does when a text is wanted: floats with the digits of a 32-bit float, in Go's `%g` form. */
export function toClientText(value: ScalarValue): string {
  if (value === null) return '';
  if (typeof value !== 'number') return String(value);
  if (Number.isNaN(value)) return 'NaN';
  const single = Math.fround(value);
  if (!Number.isFinite(single)) return single > 0 ? '+Inf' : '-Inf';
  return toGeneralFormat(single);
}

function toInteger(text: string): bigint | undefined {
  const match = integer.exec(text);
  if (match === null) return undefined;
  const [, sign, hexadecimal, binary, octal, plain] = match;
  const [base, digits] = hexadecimal
    ? ['0x', hexadecimal]
    : binary
      ? ['0b', binary]
      : octal
        ? ['0o', octal]
        : ['', plain];
  const size = BigInt(`${base}${digits}`);
  if (sign === '-') return size <= maxSigned + 1n ? -size : undefined;
  return size <= (sign === '+' ? maxSigned : maxUnsigned) ? size : undefined;
}

function toFiniteFloat(text: string): number | undefined {
  if (!decimal.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function toDecodedBase64(text: string): string | undefined {
  const compact = text.replace(/[\r\n]/g, '');
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(compact)) return undefined;
  return Buffer.from(compact, 'base64').toString('utf8');
}

function toGeneralFormat(single: number): string {
  if (single === 0) return Object.is(single, -0) ? '-0' : '0';
  let scientific = single.toExponential(8);
  for (let digits = 0; digits < 8; digits += 1) {
    const shorter = single.toExponential(digits);
    if (Math.fround(Number(shorter)) === single) {
      scientific = shorter;
      break;
    }
  }
  const [mantissa = '0', exponentText = '0'] = scientific.split('e');
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= firstScientificExponent) {
    const padded = String(Math.abs(exponent)).padStart(2, '0');
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${padded}`;
  }
  const decimals = mantissa.replace(/[-.]/g, '').length - 1 - exponent;
  return Number(scientific).toFixed(Math.max(0, decimals));
}
