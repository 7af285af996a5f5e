import type { Labeller } from '../document.ts';

export const labelCompanies: Labeller = () => [];
