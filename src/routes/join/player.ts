import { mount } from 'svelte';
import { preferredLanguage, speak } from '$lib/ui/language.svelte';
import Player from './Player.svelte';

// The page of a pupil's phone starts here, without Kit: see +page.ts.
const target = document.getElementById('player');
if (target === null) throw new Error('the page has no place for the player');
speak(preferredLanguage());
target.replaceChildren();
mount(Player, { target, props: { base: (target.dataset.base ?? '/').replace(/\/$/, '') } });
