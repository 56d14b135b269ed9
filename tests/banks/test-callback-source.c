/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/callback-source.h"

#define OURS "127.0.0.1"
#define BANKS "91.194.226.7"
#define OTHERS "203.0.113.5"

static const struct {
  const char *peer;
  const char *forwarded_for;
  const char *real_ip;
  gboolean is_tbank;
} requests[] = {
  /* Without a proxy. */
  { BANKS, NULL, NULL, TRUE },
  { "91.194.226.0", NULL, NULL, TRUE },
  { "91.194.227.255", NULL, NULL, TRUE },
  { "91.194.225.255", NULL, NULL, FALSE },
  { "91.194.228.0", NULL, NULL, FALSE },
  { OTHERS, NULL, NULL, FALSE },
  { "2001:db8::1", NULL, NULL, FALSE },
  { "::ffff:91.194.226.7", NULL, NULL, TRUE },
  { "::ffff:203.0.113.5", NULL, NULL, FALSE },
  { "::5bc2:e207", NULL, NULL, FALSE },
  /* Only a proxy of this computer is believed. */
  { OTHERS, BANKS, BANKS, FALSE },
  { "192.168.1.1", BANKS, NULL, FALSE },
  { BANKS, OTHERS, OTHERS, TRUE },
  /* Behind a proxy. */
  { OURS, NULL, NULL, FALSE },
  { OURS, BANKS, NULL, TRUE },
  { OURS, NULL, BANKS, TRUE },
  { OURS, BANKS, BANKS, TRUE },
  { "127.9.9.9", NULL, BANKS, TRUE },
  { "::1", NULL, BANKS, TRUE },
  { "::ffff:127.0.0.1", NULL, BANKS, TRUE },
  { OURS, " " BANKS " ", NULL, TRUE },
  { OURS, OTHERS ", " BANKS, NULL, TRUE },
  { OURS, "unknown," BANKS, NULL, TRUE },
  { OURS, NULL, "::ffff:91.194.226.7", TRUE },
  { OURS, BANKS ", " OTHERS, NULL, FALSE },
  { OURS, NULL, OTHERS, FALSE },
  { OURS, OTHERS, BANKS, FALSE },
  { OURS, BANKS, OTHERS, FALSE },
  { OURS, NULL, BANKS ", " OTHERS, FALSE },
  { OURS, NULL, OTHERS ", " BANKS, FALSE },
  { OURS, "", NULL, FALSE },
  { OURS, NULL, "", FALSE },
  { OURS, BANKS ",", NULL, FALSE },
  { OURS, BANKS ":443", NULL, FALSE },
  { OURS, "91.194.226.0/23", NULL, FALSE },
  { OURS, "localhost", NULL, FALSE },
};

static void
test_requests (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (requests); i++) {
    g_autoptr (GInetAddress) peer = g_inet_address_new_from_string (requests[i].peer);
    gboolean is_tbank = tranche_callback_source_is_tbank (peer, requests[i].forwarded_for,
                                                          requests[i].real_ip);

    if (is_tbank != requests[i].is_tbank)
      g_error ("peer %s, forwarded for %s, real IP %s", requests[i].peer,
               requests[i].forwarded_for, requests[i].real_ip);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/callback-source/requests", test_requests);

  return g_test_run ();
}
