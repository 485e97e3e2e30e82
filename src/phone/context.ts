/** What every screen may reach: the phone's hands, whose phone it is, what is published. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Identity } from '../device/identity.ts';
import type { Hands } from './hands.ts';

export interface PhoneContext {
  readonly hands: Hands;
  readonly identity: Identity;
}

const Context = createContext<PhoneContext | null>(null);

export const PhoneProvider = Context.Provider;

export function usePhone(): PhoneContext {
  const phone = useContext(Context);
  if (!phone) throw new Error('usePhone outside of PhoneProvider');
  return phone;
}
