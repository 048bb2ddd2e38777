import type { JsonValue } from '../../../schemas/json.ts';

/** A variable of a Terraform configuration. */
export interface TerraformVariable {
  readonly name: string;
  /** The type constraint as text; undefined when the variable has none. */
  readonly type: string | undefined;
  readonly description: string;
  /** Undefined when there is none. */
  readonly default: JsonValue | undefined;
  /** The default is an expression, such as a function call, that no value can be told of. */
  readonly computed: boolean;
  readonly sensitive: boolean;
  /** Texts of the conditions that values have to meet. */
  readonly conditions: readonly string[];
  /** In the file that holds the configuration. */
  readonly line: number;
  readonly column: number;
}
