import type { TSchema } from 'typebox';
import { addonMetadataSchema } from './addon.ts';
import { configSchema } from './config.ts';
import { findingSchema } from './finding.ts';

/** The schemas that are published as JSON Schema files, by file name. */
export const generatedSchemas: Readonly<Record<string, TSchema>> = {
  chandlery: configSchema,
  finding: findingSchema,
  'addon-metadata': addonMetadataSchema,
};
