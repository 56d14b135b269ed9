/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/callback-route.h"

#include <string.h>

#include "banks/cfront-signature.h"

#define SECRET "secret_98765432--123-123"

static void
test_signed (void)
{
  g_autoptr (TrancheCallbackRoute) route =
    tranche_callback_route_new ("a", TRANCHE_CALLBACKS_CFRONT, SECRET, "X-Sign");
  g_autoptr (TrancheCallbackRoute) usual =
    tranche_callback_route_new ("a", TRANCHE_CALLBACKS_CFRONT, SECRET, NULL);
  g_autoptr (GInetAddress) anywhere = g_inet_address_new_from_string ("203.0.113.5");
  g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);
  g_autofree char *signature = tranche_cfront_sign (body, SECRET);

  g_assert_cmpstr (tranche_callback_route_get_signature_header (route), ==, "X-Sign");
  g_assert_cmpstr (tranche_callback_route_get_signature_header (usual), ==, "signature");
  g_assert_cmpstr (tranche_callback_route_get_account_id (route), ==, "a");
  g_assert_cmpuint (strlen (tranche_callback_route_get_token (route)), ==, 32);
  g_assert_true (tranche_callback_route_allows_source (route, anywhere, NULL, NULL));
  g_assert_true (tranche_callback_route_verify (route, body, signature));
  g_assert_false (tranche_callback_route_verify (route, body, NULL));
  g_assert_false (tranche_callback_route_verify (route, body, ""));
  signature[0] ^= 1;
  g_assert_false (tranche_callback_route_verify (route, body, signature));
}

static void
test_unsigned (void)
{
  g_autoptr (TrancheCallbackRoute) route =
    tranche_callback_route_new ("a", TRANCHE_CALLBACKS_TBANK, SECRET, "signature");
  g_autoptr (GInetAddress) anywhere = g_inet_address_new_from_string ("203.0.113.5");
  g_autoptr (GInetAddress) bank = g_inet_address_new_from_string ("91.194.227.1");
  g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);

  g_assert_null (tranche_callback_route_get_signature_header (route));
  g_assert_false (tranche_callback_route_allows_source (route, anywhere, NULL, NULL));
  g_assert_true (tranche_callback_route_allows_source (route, bank, NULL, NULL));
  g_assert_true (tranche_callback_route_verify (route, body, NULL));
}

static guint
take_all (TrancheCallbackRoute *route,
          gint64                now)
{
  guint n = 0;

  while (tranche_callback_route_take (route, now)) {
    g_assert_cmpuint (n, <, 1000);
    n++;
  }

  return n;
}

/* A burst, and a steady number a second then, whatever was refused. */
static void
test_rate (void)
{
  g_autoptr (TrancheCallbackRoute) route =
    tranche_callback_route_new ("a", TRANCHE_CALLBACKS_TBANK, SECRET, NULL);
  gint64 now = G_TIME_SPAN_DAY;

  g_assert_cmpuint (take_all (route, now), ==, TRANCHE_CALLBACK_BURST);
  g_assert_cmpuint (take_all (route, now), ==, 0);
  now += G_TIME_SPAN_SECOND;
  g_assert_cmpuint (take_all (route, now), ==, TRANCHE_CALLBACK_RATE);
  now += G_TIME_SPAN_SECOND / 2;
  g_assert_cmpuint (take_all (route, now), ==, TRANCHE_CALLBACK_RATE / 2);
  now += G_TIME_SPAN_HOUR;
  g_assert_cmpuint (take_all (route, now), ==, TRANCHE_CALLBACK_BURST);
}

static void
assert_address (TrancheCallbackRoute *route,
                const char           *public_url,
                const char           *beginning)
{
  g_autofree char *address = tranche_callback_route_make_address (route, public_url);
  g_autofree char *expected = NULL;

  if (beginning)
    expected = g_strconcat (beginning, tranche_callback_route_get_token (route), NULL);
  g_assert_cmpstr (address, ==, expected);
}

static void
test_address (void)
{
  static const struct {
    const char *public_url;
    const char *of_cfront;
    const char *of_tbank;
  } cases[] = {
    { "https://shop.example", "https://shop.example/", "https://shop.example/" },
    { "https://shop.example/", "https://shop.example/", "https://shop.example/" },
    { "https://shop.example:8443/a/b", "https://shop.example:8443/a/b/",
      "https://shop.example:8443/a/b/" },
    { "http://127.0.0.1:8471/x", "http://127.0.0.1:8471/x/", NULL },
    { "http://shop.example/", NULL, NULL },
    { "https://shop.example/?a=b", NULL, NULL },
    { "https://shop.example/#a", NULL, NULL },
    { "https://me:word@shop.example/", NULL, NULL },
    { "shop.example", NULL, NULL },
    { "/tranche", NULL, NULL },
    { "", NULL, NULL },
  };
  g_autoptr (TrancheCallbackRoute) cfront =
    tranche_callback_route_new ("a", TRANCHE_CALLBACKS_CFRONT, SECRET, NULL);
  g_autoptr (TrancheCallbackRoute) tbank =
    tranche_callback_route_new ("a", TRANCHE_CALLBACKS_TBANK, SECRET, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    assert_address (cfront, cases[i].public_url, cases[i].of_cfront);
    assert_address (tbank, cases[i].public_url, cases[i].of_tbank);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/callback-route/signed", test_signed);
  g_test_add_func ("/callback-route/unsigned", test_unsigned);
  g_test_add_func ("/callback-route/rate", test_rate);
  g_test_add_func ("/callback-route/address", test_address);

  return g_test_run ();
}
