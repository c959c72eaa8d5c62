"""What OPA's compiler refuses, found before Regorus evaluates a pack: both engines take the same packs.

Regorus compiles a rule when it gets there, and much of what OPA refuses never: a variable that only the head of a rule
names, a `some x` that nothing uses, two imports of one name, a call with too many arguments. A rule that is refused by
one engine and silent on the other would be worse than either, so the stages of OPA's compiler that say so are done
here, on Regorus' syntax tree: terms and rules (:mod:`terms`), what names mean (:mod:`names`), the scopes of variables
(:mod:`scopes`) and what gives them values (:mod:`flatten`, :mod:`bindings`), calls (:mod:`calls`), what rules of one
name share (:mod:`rules`), and what is certain of types (:mod:`inference`).

The built-in pack does not come here; CI compiles it with OPA.
"""
