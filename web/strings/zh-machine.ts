import type { enMachine } from './en-machine.ts';
import { listBreakReasonsZh } from './zh-break-reasons.ts';
import { toEffectTextZh } from './zh-effect-text.ts';

/** Chinese sentences made of the parts of what the registry says in English. */
export const zhMachine: typeof enMachine = {
  machine: { effect: toEffectTextZh, reasons: listBreakReasonsZh },
};
