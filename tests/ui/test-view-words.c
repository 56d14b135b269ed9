/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/view-words.h"

static void
test_views (void)
{
  g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);

  for (TrancheView view = 0; view < TRANCHE_N_VIEWS; view++) {
    g_assert_true (g_hash_table_add (labels, (gpointer) tranche_view_label (view)));
    g_assert_true (g_str_has_suffix (tranche_view_icon_name (view), "-symbolic"));
    g_assert_cmpstr (tranche_view_empty_title (view), !=, "");
    g_assert_cmpstr (tranche_view_empty_description (view), !=, "");
    g_assert_cmpint (tranche_view_from_nick (tranche_view_to_nick (view)), ==, view);
  }
}

static void
test_nicks (void)
{
  TrancheSortKey key = TRANCHE_SORT_AMOUNT;

  g_assert_cmpint (tranche_view_from_nick ("today"), ==, TRANCHE_VIEW_TODAY);
  g_assert_cmpint (tranche_view_from_nick ("tomorrow"), ==, TRANCHE_VIEW_NEEDS_ACTION);
  g_assert_cmpint (tranche_view_from_nick (NULL), ==, TRANCHE_VIEW_NEEDS_ACTION);

  g_assert_true (tranche_sort_key_from_nick ("created", &key));
  g_assert_cmpint (key, ==, TRANCHE_SORT_CREATED);
  g_assert_false (tranche_sort_key_from_nick ("", &key));
  g_assert_false (tranche_sort_key_from_nick (NULL, &key));
  g_assert_cmpint (key, ==, TRANCHE_SORT_CREATED);
  g_assert_cmpstr (tranche_sort_key_to_nick (TRANCHE_SORT_DEADLINE), ==, "deadline");
}

static void
test_default_sort (void)
{
  gboolean descending = TRUE;

  g_assert_cmpint (tranche_view_default_sort (TRANCHE_VIEW_NEEDS_ACTION, &descending),
                   ==, TRANCHE_SORT_URGENCY);
  g_assert_false (descending);
  g_assert_cmpint (tranche_view_default_sort (TRANCHE_VIEW_ALL, &descending),
                   ==, TRANCHE_SORT_CREATED);
  g_assert_true (descending);
}

/* The bank's name stands before the account's, but not twice. */
static void
test_account_label (void)
{
  static const struct {
    const char *bank;
    const char *name;
    const char *label;
  } cases[] = {
    { "tbank", "Shop on the square", "T-Bank · Shop on the square" },
    { "tbank", "T-Bank, the square", "T-Bank, the square" },
    { "tbank", "t-bank", "t-bank" },
    { "tbank", "", "T-Bank" },
    { "elsewhere", "Shop", "elsewhere · Shop" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TrancheAccount) account = tranche_account_new (cases[i].bank);
    g_autofree char *label = NULL;

    tranche_account_set_name (account, cases[i].name);
    label = tranche_account_label (account);
    g_assert_cmpstr (label, ==, cases[i].label);
  }
}

/* Whatever hinders an account is said, and can be mended from there. */
static void
test_connection_states (void)
{
  static const TrancheConnectionState hindered[] = {
    TRANCHE_CONNECTION_NO_SECRET,
    TRANCHE_CONNECTION_KEYRING_LOCKED,
    TRANCHE_CONNECTION_NO_KEYRING,
    TRANCHE_CONNECTION_REFUSED,
  };

  for (guint i = 0; i < G_N_ELEMENTS (hindered); i++) {
    g_assert_nonnull (tranche_connection_state_hint (hindered[i]));
    g_assert_nonnull (tranche_connection_state_fix (hindered[i]));
  }

  g_assert_null (tranche_connection_state_hint (TRANCHE_CONNECTION_READY));
  g_assert_null (tranche_connection_state_fix (TRANCHE_CONNECTION_READY));
  g_assert_null (tranche_connection_state_hint (TRANCHE_CONNECTION_OPENING));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/view-words/views", test_views);
  g_test_add_func ("/ui/view-words/nicks", test_nicks);
  g_test_add_func ("/ui/view-words/default-sort", test_default_sort);
  g_test_add_func ("/ui/view-words/account-label", test_account_label);
  g_test_add_func ("/ui/view-words/connection-states", test_connection_states);

  return g_test_run ();
}
