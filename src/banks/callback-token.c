/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/callback-token.h"

#include <string.h>

#define LENGTH 32

char *
tranche_callback_token_new (const char *account_id,
                            const char *secret)
{
  g_autofree char *purpose = g_strconcat ("tranche callbacks ", account_id, NULL);
  char *digits = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) secret,
                                            strlen (secret), purpose, -1);

  /* A half of them is as much as nobody guesses. */
  digits[LENGTH] = '\0';

  return digits;
}

gboolean
tranche_callback_token_matches (const char *token,
                                const char *path)
{
  const char *slash = strrchr (path, '/');
  const char *segment = slash ? slash + 1 : path;
  volatile guint8 difference = 0;

  /* Every token has this length, so that it is no secret. */
  if (strlen (segment) != LENGTH)
    return FALSE;

  for (gsize i = 0; i < LENGTH; i++)
    difference |= (guint8) segment[i] ^ (guint8) token[i];

  return difference == 0;
}
