import type { ValueChange } from '../../../schemas/version-diff.ts';
import type { DefinitionChange } from '../../definition/diff/types.ts';
import type { EnginePosition } from '../../engine/types.ts';
import { boundText } from './bound-text.ts';

/** A judged change as a difference of versions carries it: its texts shortened, its path copied. */
export function toValueChange({
  path,
  names,
  before,
  after,
  beforeAt,
  afterAt,
  ...rest
}: DefinitionChange): ValueChange {
  return {
    ...rest,
    path: [...path],
    ...(names === undefined ? {} : { names: [...names] }),
    ...(before === undefined ? {} : { before: boundText(before) }),
    ...(after === undefined ? {} : { after: boundText(after) }),
    ...(beforeAt === undefined ? {} : { beforeAt: toPlace(beforeAt) }),
    ...(afterAt === undefined ? {} : { afterAt: toPlace(afterAt) }),
  };
}

function toPlace({ file, line, column }: EnginePosition): NonNullable<ValueChange['afterAt']> {
  return { file, line, column };
}
