import type { enValues } from './en-values.ts';

/** Chinese texts about values that are taken from one version to another. */
export const zhValues: typeof enValues = {
  values: {
    heading: '我的参数值仍然有效吗？',
    open: (version) => `检查现有参数值能否用于 ${version}`,
    again: '修改参数值并重新检查',
    label: (version) => `与 ${version} 一起使用的参数值`,
    hint: 'YAML 或 JSON，与参数文件相同；也可以是 KubeVela 保存参数的 Secret。内容不会被保存，也不会写入日志。以下命令输出该 Secret：',
    submit: '检查这些值',
    unread: (line, column) => `第 ${line} 行第 ${column} 列：`,
    valid: (version, line) => `仍然有效：KubeVela ${line} 可以用它们渲染 ${version}。`,
    invalid: (version, line) => `不再有效：KubeVela ${line} 拒绝用它们渲染 ${version}。`,
    says: 'KubeVela 的说明：',
    refusedBefore: (version) => `它同样拒绝用它们渲染 ${version}：`,
    noIssues: '每个值都符合声明，您所依赖的默认值也没有改变。',
    objects: (n) => `使用这些值时有 ${n} 个对象不同`,
    sameObjects: '除模块定义外，两个版本产生相同的对象。',
    value: '参数',
    effect: '结果',
    reason: '原因',
    effects: { refused: '被拒绝', ignored: '不起作用', changed: '值不同', accepted: '仍被接受' },
    kinds: {
      missing: '必须给出：',
      retyped: '类型已改变：',
      'wrong-type': '与声明的类型不符：',
      'out-of-enum': '不在允许的值之中：',
      constraint: '不满足条件',
      removed: '已移除',
      unknown: '未知参数',
      'default-changed': '未给出，而默认值已改变：',
    },
    noDefault: '无',
    nearest: '可能是指',
  },
};
