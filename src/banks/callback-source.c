/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/callback-source.h"

#include <string.h>

#define TBANK_NETWORK "91.194.226.0/23"

static const guint8 mapped_prefix[] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };

/* A socket for both families tells an address of IPv4 as ::ffff:1.2.3.4. */
static GInetAddress *
unmap (GInetAddress *address)
{
  const guint8 *bytes = g_inet_address_to_bytes (address);

  if (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV6 &&
      memcmp (bytes, mapped_prefix, sizeof mapped_prefix) == 0)
    return g_inet_address_new_from_bytes (bytes + sizeof mapped_prefix, G_SOCKET_FAMILY_IPV4);

  return g_object_ref (address);
}

static gboolean
is_in_network (GInetAddress *address)
{
  g_autoptr (GInetAddressMask) network = g_inet_address_mask_new_from_string (TBANK_NETWORK, NULL);

  return g_inet_address_mask_matches (network, address);
}

static gboolean
is_told_in_network (const char *text)
{
  g_autofree char *word = g_strstrip (g_strdup (text));
  g_autoptr (GInetAddress) told = g_inet_address_new_from_string (word);
  g_autoptr (GInetAddress) address = told ? unmap (told) : NULL;

  return address && is_in_network (address);
}

gboolean
tranche_callback_source_is_tbank (GInetAddress *peer,
                                  const char   *forwarded_for,
                                  const char   *real_ip)
{
  g_autoptr (GInetAddress) address = unmap (peer);

  if (!g_inet_address_get_is_loopback (address))
    return is_in_network (address);

  if (!forwarded_for && !real_ip)
    return FALSE;

  if (forwarded_for) {
    const char *comma = strrchr (forwarded_for, ',');

    if (!is_told_in_network (comma ? comma + 1 : forwarded_for))
      return FALSE;
  }

  return !real_ip || is_told_in_network (real_ip);
}
