/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/pin-hash.h"

#include <gcrypt.h>
#include <string.h>

#define SALT_LENGTH 16
#define HASH_LENGTH 32

/* 2^15 blocks of a kilobyte: 32 MiB. */
#define COST 15
#define MIN_COST 10
#define MAX_COST 20

static void
initialize (void)
{
  static gsize done;

  if (!g_once_init_enter (&done))
    return;

  /* Whoever linked it first, such as libsecret, may have done the rest. */
  gcry_check_version (NULL);
  if (!gcry_control (GCRYCTL_INITIALIZATION_FINISHED_P))
    gcry_control (GCRYCTL_INITIALIZATION_FINISHED, 0);
  g_once_init_leave (&done, 1);
}

static gboolean
derive (const char   *pin,
        const guint8 *salt,
        int           cost,
        guint8       *hash)
{
  initialize ();

  /* The parameter that other functions take their hash by is the cost here, and
   * what is their iterations the parallelization. */
  return gcry_kdf_derive (pin, strlen (pin), GCRY_KDF_SCRYPT, 1 << cost, salt, SALT_LENGTH, 1,
                          HASH_LENGTH, hash) == 0;
}

static char *
to_hex (const guint8 *bytes,
        gsize         length)
{
  GString *hex = g_string_sized_new (2 * length);

  for (gsize i = 0; i < length; i++)
    g_string_append_printf (hex, "%02x", bytes[i]);

  return g_string_free_and_steal (hex);
}

static gboolean
from_hex (const char *hex,
          guint8     *bytes,
          gsize       length)
{
  if (strlen (hex) != 2 * length)
    return FALSE;

  for (gsize i = 0; i < length; i++) {
    int high = g_ascii_xdigit_value (hex[2 * i]);
    int low = g_ascii_xdigit_value (hex[2 * i + 1]);

    if (high < 0 || low < 0)
      return FALSE;
    bytes[i] = (guint8) (high * 16 + low);
  }

  return TRUE;
}

/* Takes as long whatever differs. */
static gboolean
is_equal (const guint8 *a,
          const guint8 *b)
{
  guint8 difference = 0;

  for (gsize i = 0; i < HASH_LENGTH; i++)
    difference |= a[i] ^ b[i];

  return difference == 0;
}

char *
tranche_pin_hash_new (const char *pin)
{
  guint8 salt[SALT_LENGTH];
  guint8 hash[HASH_LENGTH];
  g_autofree char *salt_hex = NULL;
  g_autofree char *hash_hex = NULL;

  g_return_val_if_fail (pin != NULL && *pin != '\0', NULL);

  initialize ();
  gcry_randomize (salt, sizeof salt, GCRY_STRONG_RANDOM);
  if (!derive (pin, salt, COST, hash))
    g_error ("libgcrypt cannot derive a key with scrypt");

  salt_hex = to_hex (salt, sizeof salt);
  hash_hex = to_hex (hash, sizeof hash);

  return g_strdup_printf ("scrypt$%d$%s$%s", COST, salt_hex, hash_hex);
}

gboolean
tranche_pin_hash_check (const char *hash,
                        const char *pin)
{
  g_auto (GStrv) parts = NULL;
  guint8 salt[SALT_LENGTH];
  guint8 kept[HASH_LENGTH];
  guint8 given[HASH_LENGTH];
  guint64 cost;

  g_return_val_if_fail (hash != NULL, FALSE);
  g_return_val_if_fail (pin != NULL, FALSE);

  parts = g_strsplit (hash, "$", 5);
  if (g_strv_length (parts) != 4 || !g_str_equal (parts[0], "scrypt") || *pin == '\0' ||
      !g_ascii_string_to_unsigned (parts[1], 10, MIN_COST, MAX_COST, &cost, NULL) ||
      !from_hex (parts[2], salt, sizeof salt) || !from_hex (parts[3], kept, sizeof kept) ||
      !derive (pin, salt, (int) cost, given))
    return FALSE;

  return is_equal (kept, given);
}
