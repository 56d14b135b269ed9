/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/callback-token.h"

#include <string.h>

#define ACCOUNT "3b241101-e2bb-4255-8caf-4136c566a962"
#define SECRET "secret_98765432--123-123"
/* printf 'tranche callbacks ACCOUNT' | openssl dgst -sha256 -hmac SECRET; it
 * must not change, for orders that were made long ago have it in their address. */
#define TOKEN "84ffb47a8101a9caa5399bcb407c433e"

static void
test_token (void)
{
  g_autofree char *token = tranche_callback_token_new (ACCOUNT, SECRET);
  g_autofree char *of_other_account = tranche_callback_token_new ("other", SECRET);
  g_autofree char *of_other_secret = tranche_callback_token_new (ACCOUNT, "other");

  g_assert_cmpstr (token, ==, TOKEN);
  g_assert_cmpstr (token, !=, of_other_account);
  g_assert_cmpstr (token, !=, of_other_secret);
}

static void
test_matches (void)
{
  static const struct {
    const char *path;
    gboolean matches;
  } paths[] = {
    { "/" TOKEN, TRUE },
    { "/tranche/" TOKEN, TRUE },
    { "//a//b/" TOKEN, TRUE },
    { TOKEN, TRUE },
    { "", FALSE },
    { "/", FALSE },
    { "/tranche", FALSE },
    { "/" TOKEN "/", FALSE },
    { "/" TOKEN "0", FALSE },
    { "/0" TOKEN, FALSE },
    { "/" TOKEN "/x", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    g_assert_cmpint (tranche_callback_token_matches (TOKEN, paths[i].path), ==, paths[i].matches);
}

/* Every single changed character shows. */
static void
test_changed (void)
{
  for (gsize i = 0; i < strlen (TOKEN); i++) {
    g_autofree char *changed = g_strdup (TOKEN);

    changed[i] ^= 1;
    g_assert_false (tranche_callback_token_matches (TOKEN, changed));
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/callback-token/token", test_token);
  g_test_add_func ("/callback-token/matches", test_matches);
  g_test_add_func ("/callback-token/changed", test_changed);

  return g_test_run ();
}
