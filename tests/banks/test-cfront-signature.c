/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-signature.h"

#include <string.h>

#define SECRET "secret_98765432--123-123"

/* The first is the check vector of the shop's side; the others were made with
 * `openssl dgst -sha256 -hmac SECRET -binary | base64`. */
static const struct {
  const char *secret;
  const char *body;
  const char *signature;
} vectors[] = {
  { SECRET, "{\"phone\": \"+380000000001\"}", "8pDKBX8Y1t5j0IWpf6rRNGLJmu4OG+NJznP74mO6AXQ=" },
  { SECRET, "{\"phone\":\"+380000000001\"}", "iB7ZgEi1bcHkcTEgZ1wQUODWSET3XejBrM3xAKKvXzw=" },
  { SECRET, "", "BMNffZKxcGdSDEBDOj83VVBSeVMefE9tqUO6PpklO/Y=" },
  { SECRET, "{\"name\":\"Телевізор 📺\"}", "d2Rpm9wANvCYwgEuicT/RSKDIVSSoMXKwVhBp6IjB3g=" },
  { "key", "The quick brown fox jumps over the lazy dog",
    "97yD9DBThCSxMpjmqm+xQ+9NWaFJRhdZl0edvC0aPNg=" },
  { "a secret of more than the sixty-four bytes that a block of SHA-256 has", "{}", "BcVzkjtka7SMtRsFD4EvoDQmUpdesCtEZloW77Rix/U=" },
};

static GBytes *
make_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static void
test_vectors (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++) {
    g_autoptr (GBytes) body = make_bytes (vectors[i].body);
    g_autofree char *signature = tranche_cfront_sign (body, vectors[i].secret);

    g_assert_cmpstr (signature, ==, vectors[i].signature);
    g_assert_true (tranche_cfront_verify (body, vectors[i].secret, signature));
  }
}

/* Bytes are signed, whatever is in them. */
static void
test_binary (void)
{
  g_autoptr (GBytes) body = g_bytes_new_static ("\x00\xff{\x00}", 5);
  g_autoptr (GBytes) shorter = g_bytes_new_static ("\x00\xff{\x00", 4);
  g_autofree char *signature = tranche_cfront_sign (body, SECRET);

  g_assert_true (tranche_cfront_verify (body, SECRET, signature));
  g_assert_false (tranche_cfront_verify (shorter, SECRET, signature));
}

static void
test_wrong (void)
{
  static const char * const wrong[] = {
    NULL,
    "",
    "8",
    "8pDKBX8Y1t5j0IWpf6rRNGLJmu4OG+NJznP74mO6AXQ",
    "8pDKBX8Y1t5j0IWpf6rRNGLJmu4OG+NJznP74mO6AXQ= ",
    "9pDKBX8Y1t5j0IWpf6rRNGLJmu4OG+NJznP74mO6AXQ=",
    "8pDKBX8Y1t5j0IWpf6rRNGLJmu4OG+NJznP74mO6AXR=",
    "8pdkbx8y1t5j0iwpf6rrngljmu4og+njznp74mo6axq=",
    "f290ca057f18d6de63d085a97faad13462c99aee0ee0",
  };
  g_autoptr (GBytes) body = make_bytes (vectors[0].body);

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (tranche_cfront_verify (body, SECRET, wrong[i]));

  g_assert_false (tranche_cfront_verify (body, "secret_98765432--123-124",
                                         vectors[0].signature));
}

/* Every single changed byte shows. */
static void
test_changed (void)
{
  const char *text = vectors[0].body;

  for (gsize i = 0; i < strlen (text); i++) {
    g_autofree char *changed = g_strdup (text);
    g_autoptr (GBytes) body = NULL;

    changed[i] ^= 1;
    body = make_bytes (changed);
    g_assert_false (tranche_cfront_verify (body, SECRET, vectors[0].signature));
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cfront-signature/vectors", test_vectors);
  g_test_add_func ("/cfront-signature/binary", test_binary);
  g_test_add_func ("/cfront-signature/wrong", test_wrong);
  g_test_add_func ("/cfront-signature/changed", test_changed);

  return g_test_run ();
}
