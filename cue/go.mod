// Nothing is built with this file: each engine has a module file of its own, see README.md.
module chandlery.dev/cue

go 1.24
