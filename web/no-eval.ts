/**
 * The library that checks shapes would make programs out of text, to be quicker, wherever a page may. Ours may not, and
 * a browser reports every try; so it is told before it is asked for the first shape.
 */
const said = globalThis as { __zod_globalConfig?: { jitless?: boolean } };
said.__zod_globalConfig ??= {};
said.__zod_globalConfig.jitless = true;
