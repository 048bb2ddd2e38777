import type { DefinitionDifference, ValueChange, VersionDiff } from '../../schemas/version-diff.ts';
import { zhDefinitions } from './zh-definitions.ts';

const kinds = zhDefinitions.definitions.kinds;

/** Says in Chinese what breaks between two versions, in the order of the verdict: parameters, definitions, kinds that vanish. */
export function listBreakReasonsZh({
  parameters,
  definitions,
  effects,
}: Pick<VersionDiff, 'parameters' | 'definitions' | 'effects'>): readonly string[] {
  const crds = effects.filter(({ effect }) => effect.kind === 'crd');
  const appeared = crds.filter(({ change }) => change === 'appeared').map(({ effect }) => effect.value);
  const lost = crds.filter(({ change, effect }) => change === 'vanished' && !appeared.includes(effect.value));
  return [
    ...parameters.filter(({ breaking }) => breaking).map((change) => `${toChangeText(change)}。`),
    ...definitions.filter(({ breaking }) => breaking).map(toDefinitionText),
    ...lost.map(({ effect }) => `不再写入类型 \`${effect.value}\`：升级会删除该类型及其所有对象。`),
  ];
}

function toDefinitionText({ kind, name, change, changes }: DefinitionDifference): string {
  const title = `${kinds[kind]} \`${name}\``;
  const [first, ...others] = changes.filter(({ breaking }) => breaking);
  if (change === 'removed') return `${title} 已移除：使用它的应用将找不到它。`;
  if (first === undefined) return `${title} 有不兼容的变化。`;
  return `${title}：${toChangeText(first)}${others.length === 0 ? '' : `（另有 ${others.length} 项）`}。`;
}

function toChangeText(change: ValueChange): string {
  switch (change.subject) {
    case 'parameter':
      return toParameterText(change);
    case 'identity':
      return `${change.path.at(-1) ?? ''} 由 \`${change.before ?? ''}\` 改为 \`${change.after ?? ''}\`，使用原有定义的应用将找不到它`;
    case 'spec':
      return toSpecText(change);
    case 'template':
      return '改用另一种方式编写，参数也不同';
    case 'module':
      return '改用另一个 Terraform 模块';
  }
}

function toParameterText({ path, kind, refused }: ValueChange): string {
  const subject = path.length === 0 ? '参数' : `\`${path.join('.').replaceAll('.[]', '[]')}\``;
  switch (kind) {
    case 'added':
      return `${subject} 是新增的必填参数`;
    case 'removed':
      return `${subject} 已移除，仍然给出的值会被${refused === true ? '拒绝' : '接受但忽略'}`;
    case 'retyped':
      return `${subject} 的类型与之前不同`;
    case 'tightened':
      return `${subject} 可取的值比之前少`;
    case 'default-removed':
      return `${subject} 不再有默认值，必须给出`;
    case 'required':
      return `${subject} 现在必须给出`;
    case 'closed':
      return `${subject} 不再接受未列出的字段`;
    case 'immutable':
      return `${subject} 设置后不可再修改`;
    default:
      return `${subject} 有不兼容的变化`;
  }
}

function toSpecText({ path, names = [] }: ValueChange): string {
  const [, field = ''] = path;
  const listed = names.map((name) => `\`${name}\``).join('、');
  switch (field) {
    case 'workload':
      return '产生的工作负载类型与之前不同';
    case 'appliesToWorkloads':
      return `不再适用于${listed === '' ? '未列出的工作负载' : ` ${listed}`}`;
    case 'conflictsWith':
      return `现在与 ${listed} 冲突`;
    default:
      return `spec 的字段 \`${field}\` 有不兼容的变化`;
  }
}
