import { expect, it } from 'vitest';
import type { EffectPhrase } from '../../schemas/effects.ts';
import type { ValueChange } from '../../schemas/version-diff.ts';
import { sampleDiff } from '../../test/e2e/sample-diff.ts';
import { zh } from './zh.ts';

it.each<[EffectPhrase, string]>([
  [
    { code: 'grant', accounts: [{ kind: 'User', name: 'joe' }], role: { kind: 'ClusterRole', name: 'admin' } },
    'User joe 拥有 ClusterRole admin 允许的权限',
  ],
  [{ code: 'grant', accounts: [], role: { name: 'admin' } }, '某个账户 拥有 角色 admin 允许的权限'],
  [{ code: 'rules', count: 2 }, '2 条规则'],
  [{ code: 'permission', verbs: ['get', 'list'], on: ['secrets'] }, '对 secrets 执行 get、list'],
  [{ code: 'permission', verbs: ['*'], on: ['*'], groups: ['*'] }, '对所有 API 组中的 * 执行 *'],
  [{ code: 'permission', verbs: ['get'], on: ['a'], groups: ['apps'] }, '对 API 组 apps 中的 a 执行 get'],
  [{ code: 'unnamed' }, '由参数决定的名称'],
  [{ code: 'api-service' }, 'API 服务 由参数决定的名称'],
  [{ code: 'webhook', name: 'w', failurePolicy: 'Fail' }, 'w（failurePolicy Fail）'],
  [{ code: 'privileged' }, '特权容器'],
  [{ code: 'capabilities', names: ['SYS_ADMIN', 'NET_RAW'] }, '内核能力 SYS_ADMIN、NET_RAW'],
  [{ code: 'host-paths', paths: ['/var', ''] }, '/var、节点上的某个路径'],
  [
    { code: 'chart', name: 'c', version: '1.0.0', url: 'https://charts.example' },
    'c 1.0.0，来自 https://charts.example',
  ],
])('an effect in Chinese: %j', (phrase, expected) => {
  expect(zh.machine.effect({ value: 'in English', phrase })).toBe(expected);
});

it('a name is no sentence and stays as it is', () => {
  expect(zh.machine.effect({ value: 'nginx:1' })).toBe('nginx:1');
});

const change: ValueChange = {
  subject: 'parameter',
  path: ['a', '[]'],
  kind: 'removed',
  breaking: true,
  bump: 'major',
  message: 'in English',
};

it.each<[Partial<ValueChange>, string]>([
  [{}, '`a[]` 已移除，仍然给出的值会被接受但忽略。'],
  [{ refused: true }, '`a[]` 已移除，仍然给出的值会被拒绝。'],
  [{ kind: 'closed', path: [] }, '参数 不再接受未列出的字段。'],
  [{ subject: 'spec', path: ['spec', 'appliesToWorkloads'], names: ['x', 'y'] }, '不再适用于 `x`、`y`。'],
  [{ subject: 'spec', path: ['spec', 'conflictsWith'], names: ['x'] }, '现在与 `x` 冲突。'],
  [
    { subject: 'identity', path: ['metadata', 'name'], before: 'a', after: 'b' },
    'name 由 `a` 改为 `b`，使用原有定义的应用将找不到它。',
  ],
])('what breaks, in Chinese: %j', (rest, expected) => {
  const parameters = [{ ...change, ...rest }];
  expect(zh.machine.reasons({ ...sampleDiff, parameters, definitions: [], effects: [] })).toEqual([expected]);
});

it('says as many reasons as the verdict, and none in English', () => {
  const reasons = zh.machine.reasons(sampleDiff);
  expect(reasons).toHaveLength(sampleDiff.verdict.reasons.length);
  for (const reason of reasons) expect(reason.replace(/`[^`]*`/g, '')).not.toMatch(/[a-z]{2,} [a-z]{2,}/);
});
