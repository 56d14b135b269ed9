/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "store/pin-hash.h"

static void
test_round_trip (void)
{
  g_autofree char *hash = tranche_pin_hash_new ("0427");
  g_autofree char *again = tranche_pin_hash_new ("0427");

  g_assert_true (tranche_pin_hash_check (hash, "0427"));
  g_assert_false (tranche_pin_hash_check (hash, "0428"));
  g_assert_false (tranche_pin_hash_check (hash, "427"));
  g_assert_false (tranche_pin_hash_check (hash, ""));
  /* Two of the same PIN tell nothing of each other. */
  g_assert_cmpstr (hash, !=, again);
  g_assert_null (strstr (hash, "0427$"));
}

/* N = 2^14, r = 8, p = 1, of an implementation that is not ours: hashlib.scrypt()
 * of Python with OpenSSL. */
static void
test_vector (void)
{
  const char *hash = "scrypt$14$00112233445566778899aabbccddeeff$"
                     "2a5edaacfad844fa65a771dc3b6bbf5cfed6dbde35be8ca6eeac5b79739ec540";

  g_assert_true (tranche_pin_hash_check (hash, "24680"));
  g_assert_false (tranche_pin_hash_check (hash, "24681"));
}

static void
test_damaged (void)
{
  static const char *const hashes[] = {
    "", "?", "scrypt", "scrypt$15$00$00", "scrypt$40$00112233445566778899aabbccddeeff$00",
    "md5$14$00112233445566778899aabbccddeeff$"
    "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
    "scrypt$14$zz112233445566778899aabbccddeeff$"
    "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
    "scrypt$-1$00112233445566778899aabbccddeeff$"
    "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
  };

  for (guint i = 0; i < G_N_ELEMENTS (hashes); i++)
    g_assert_false (tranche_pin_hash_check (hashes[i], "1234"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pin-hash/round-trip", test_round_trip);
  g_test_add_func ("/pin-hash/vector", test_vector);
  g_test_add_func ("/pin-hash/damaged", test_damaged);

  return g_test_run ();
}
