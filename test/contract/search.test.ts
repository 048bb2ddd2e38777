import { describe } from 'vitest';
import { createMemorySearchIndex } from '../../registry/search/memory/create-memory-search-index.ts';
import { describeSearchContract } from './search-contract.ts';

describe('SearchIndex in memory', () => {
  describeSearchContract(async () => createMemorySearchIndex());
});
