# A static binary in an empty image, run as nobody. To write into a folder of yours, run it as you:
# docker run --rm --user "$(id -u)" -v "$PWD:/site" instep build
FROM rust:1.95-alpine AS build
# The regular expressions of the highlighter and the allocator are C.
RUN apk add --no-cache gcc make musl-dev
WORKDIR /source
COPY . .
# By the name that its linker gives it, a program knows what it left itself. Not all give one unasked.
RUN RUSTFLAGS=-Clink-arg=-Wl,--build-id cargo build --profile dist --locked --bin instep

FROM scratch
COPY --from=build /source/target/dist/instep /instep
COPY LICENSE-APACHE LICENSE-MIT /
USER 65532:65532
WORKDIR /site
ENTRYPOINT ["/instep"]
