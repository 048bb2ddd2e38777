import type { Effect, EffectPhrase } from '../../schemas/effects.ts';

const unnamed = '由参数决定的名称';

/** Says in Chinese what an effect is; a value without parts is a name, and stays as it is. */
export function toEffectTextZh({ value, phrase }: Pick<Effect, 'value' | 'phrase'>): string {
  return phrase === undefined ? value : toText(phrase);
}

function toText(phrase: EffectPhrase): string {
  switch (phrase.code) {
    case 'grant': {
      const accounts = phrase.accounts.map(({ kind = '账户', name }) => `${kind} ${name}`);
      const { kind = '角色', name } = phrase.role;
      return `${accounts.length === 0 ? '某个账户' : accounts.join('、')} 拥有 ${kind} ${name} 允许的权限`;
    }
    case 'rules':
      return phrase.count === undefined ? '若干规则' : `${phrase.count} 条规则`;
    case 'permission': {
      const { verbs, on, groups } = phrase;
      const where =
        groups === undefined ? '' : `${groups.includes('*') ? '所有 API 组' : `API 组 ${groups.join('、')} `}中的 `;
      return `对${where.startsWith('所有') ? '' : ' '}${where}${on.join('、')} 执行 ${verbs.join('、')}`;
    }
    case 'unnamed':
      return unnamed;
    case 'api-service':
      return `API 服务 ${phrase.name ?? unnamed}`;
    case 'webhook': {
      const { name = unnamed, failurePolicy } = phrase;
      return failurePolicy === undefined ? name : `${name}（failurePolicy ${failurePolicy}）`;
    }
    case 'privileged':
      return '特权容器';
    case 'capabilities':
      return `内核能力 ${phrase.names.join('、')}`;
    case 'host-paths':
      return phrase.paths.map((path) => path || '节点上的某个路径').join('、');
    case 'chart': {
      const { name, version, url } = phrase;
      return `${name}${version === undefined ? '' : ` ${version}`}${url === undefined ? '' : `，来自 ${url}`}`;
    }
    default:
      return phrase satisfies never;
  }
}
