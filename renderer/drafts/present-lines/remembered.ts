/**
 * `make`, but asked again for the same object and the same rest it answers what it answered before: what is made of things that stay
 * the same keeps its identity. Only the latest answer for an object is kept, and only as long as the object is.
 */
export function remembered<Key extends object, Rest extends readonly unknown[], Made>(
  make: (key: Key, ...rest: Rest) => Made,
): (key: Key, ...rest: Rest) => Made {
  const latest = new WeakMap<Key, { readonly rest: Rest; readonly made: Made }>();
  return (key, ...rest) => {
    const before = latest.get(key);
    if (before?.rest.every((one, at) => one === rest[at])) return before.made;
    const made = make(key, ...rest);
    latest.set(key, { rest, made });
    return made;
  };
}
