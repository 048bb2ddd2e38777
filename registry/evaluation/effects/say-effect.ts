import type { EffectPhrase } from '../../../schemas/effects.ts';
import type { FoundEffect } from './effect-scope.ts';

/** What an effect is, as parts and as the English words that they make. */
export function sayEffect(phrase: EffectPhrase): Pick<FoundEffect, 'value' | 'phrase'> {
  return { value: toWords(phrase), phrase };
}

const unnamed = 'a name that parameters give';

function toWords(phrase: EffectPhrase): string {
  switch (phrase.code) {
    case 'grant': {
      const accounts = phrase.accounts.map(({ kind = 'account', name }) => `${kind} ${name}`);
      const { kind = 'role', name } = phrase.role;
      return `${accounts.length === 0 ? 'An account' : accounts.join(', ')} may do what ${kind} ${name} allows`;
    }
    case 'rules':
      if (phrase.count === undefined) return 'rules';
      return `${phrase.count} ${phrase.count === 1 ? 'rule' : 'rules'}`;
    case 'permission': {
      const { verbs, on, groups } = phrase;
      const rule = `${verbs.join(', ')} on ${on.join(', ')}`;
      if (groups === undefined) return rule;
      return `${rule} in ${groups.includes('*') ? 'all groups' : groups.join(', ')}`;
    }
    case 'unnamed':
      return unnamed;
    case 'api-service':
      return `API service ${phrase.name ?? unnamed}`;
    case 'webhook': {
      const { name = unnamed, failurePolicy } = phrase;
      return failurePolicy === undefined ? name : `${name} (failurePolicy ${failurePolicy})`;
    }
    case 'privileged':
      return 'privileged container';
    case 'capabilities':
      return `capability ${phrase.names.join(', ')}`;
    case 'host-paths':
      return phrase.paths.map((path) => path || 'a path of the node').join(', ');
    case 'chart': {
      const { name, version, url } = phrase;
      return `${name}${version === undefined ? '' : ` ${version}`}${url === undefined ? '' : ` from ${url}`}`;
    }
    default:
      return phrase satisfies never;
  }
}
