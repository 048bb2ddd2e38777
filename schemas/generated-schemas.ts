import type { TSchema } from 'typebox';
import { configSchema } from './config.ts';
import { findingSchema } from './finding.ts';
import { metadataFileSchema } from './metadata-file.ts';

/** The schemas that are published as JSON Schema files, by file name. */
export const generatedSchemas: Readonly<Record<string, TSchema>> = {
  chandlery: configSchema,
  finding: findingSchema,
  metadata: metadataFileSchema,
};
