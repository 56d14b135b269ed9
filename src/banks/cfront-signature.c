/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-signature.h"

#include <string.h>

#define DIGEST_LENGTH 32

char *
tranche_cfront_sign (GBytes     *body,
                     const char *secret)
{
  g_autoptr (GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA256, (const guchar *) secret,
                                       strlen (secret));
  guint8 digest[DIGEST_LENGTH];
  gsize digest_length = sizeof digest;
  gsize length;
  const guchar *data = g_bytes_get_data (body, &length);

  /* An empty GBytes has no data at all. */
  if (length > 0)
    g_hmac_update (hmac, data, length);
  g_hmac_get_digest (hmac, digest, &digest_length);

  return g_base64_encode (digest, digest_length);
}

gboolean
tranche_cfront_verify (GBytes     *body,
                       const char *secret,
                       const char *signature)
{
  g_autofree char *expected = tranche_cfront_sign (body, secret);
  gsize length = strlen (expected);
  volatile guint8 difference = 0;

  /* Every signature has this length, so that it is no secret. */
  if (!signature || strlen (signature) != length)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    difference |= (guint8) expected[i] ^ (guint8) signature[i];

  return difference == 0;
}
