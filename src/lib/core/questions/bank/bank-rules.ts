import type { BankRule } from './bank-rule';
import { O5, O7 } from './guessers';
import { O3 } from './key-ranks';
import { B3, B4 } from './stems-alike';

/** Every rule on the questions of one form and language. B1 and B2 are on generators (generation.ts), L5 on sets, L6 on what is sent. */
export const BANK_RULES: readonly BankRule[] = [O3, O5, O7, B3, B4];
