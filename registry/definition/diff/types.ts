import type { Finding } from '../../../schemas/finding.ts';
import type { EnginePosition, ParameterChange } from '../../engine/types.ts';

/** How far a version has to move so that nobody is surprised; in front of 1.0.0 the minor number stands for the major one. */
export type Bump = 'none' | 'patch' | 'minor' | 'major';

/** One difference of two definitions, judged. */
export interface DefinitionChange {
  /** What differs: a parameter, a field of the spec, the identity of the definition, what it renders, or a Terraform module elsewhere. */
  readonly subject: 'parameter' | 'spec' | 'identity' | 'template' | 'module';
  readonly path: readonly string[];
  readonly kind: ParameterChange['kind'] | 'changed';
  /** What worked before may be refused, ignored or missing now. */
  readonly breaking: boolean;
  readonly bump: Exclude<Bump, 'none'>;
  /** One sentence for people. */
  readonly message: string;
  /** Of what is gone: whether a value that is still given for it is refused; ignored otherwise. */
  readonly refused?: boolean;
  /** Of a field of the spec: the names that it leaves out now, or adds. */
  readonly names?: readonly string[];
  readonly before?: string;
  readonly after?: string;
  readonly beforeAt?: EnginePosition;
  readonly afterAt?: EnginePosition;
}

/** Two texts of one definition, compared. */
export interface DefinitionComparison {
  /** Breaking ones first, then by subject and path. */
  readonly changes: readonly DefinitionChange[];
  readonly breaking: boolean;
  /** What the changes together require. */
  readonly bump: Bump;
  /** Why something could not be compared; empty when everything was. */
  readonly findings: readonly Finding[];
}
