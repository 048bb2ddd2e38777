import type { Lock } from '../../schemas/lock.ts';
import { orderLock } from '../resolve/lock/order-lock.ts';
import type { LockRecord } from '../storage/types.ts';
import type { PublicAddress } from './types.ts';

/** What people and programs are told of a stored lock. */
export function toLock({ id, created, content }: LockRecord, address: PublicAddress): Lock {
  return { id, url: address.absolute(`/lock/${id}`), created, order: [...orderLock(content)], ...content };
}
