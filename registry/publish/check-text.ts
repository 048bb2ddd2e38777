import { type InputFault, RegistryError } from '../errors.ts';

/** What a text of one line may be. */
export interface TextRule {
  /** Name of the field in messages and, as JSON pointer, in faults. */
  readonly field: string;
  readonly maxLength: number;
}

// Controls, halves of characters, and marks that turn the direction of what stands around them.
const unwanted = /[\p{Cc}\p{Surrogate}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** A text as one line: spaces and line ends become one space. Throws INPUT_INVALID when nothing is left, or too much, or characters that hide what is written. */
export function checkText(text: string, { field, maxLength }: TextRule): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line === '') throw invalidField(field, `${field} must not be empty`);
  const length = [...line].length;
  if (length > maxLength) throw invalidField(field, `${field} has ${length} characters; at most ${maxLength} are kept`);
  if (unwanted.test(line)) throw invalidField(field, `${field} must not hold control characters`);
  return line;
}

/** One field that cannot be used. */
export function invalidField(field: string, message: string): RegistryError {
  const fault: InputFault = { pointer: `/${field}`, message };
  return new RegistryError('INPUT_INVALID', message, { faults: [fault] });
}
