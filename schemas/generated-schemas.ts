import type { TSchema } from 'typebox';
import { findingSchema } from './finding.ts';

/** The schemas that are published as JSON Schema files, by file name. */
export const generatedSchemas: Readonly<Record<string, TSchema>> = {
  finding: findingSchema,
};
