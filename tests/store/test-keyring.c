/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <libsecret/secret.h>

#include "fixture.h"
#include "prompter.h"
#include "store/keyring.h"

/* Which keyring the session has is told by an argument: every test is for one. */

#define SECRET "pässwörd \"1\""

static char *
look_up (TrancheKeyring  *keyring,
         const char      *id,
         gboolean         interactive,
         GError         **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_keyring_lookup_async (keyring, id, interactive, NULL, ready_cb, &result);
  await (&result);
  return tranche_keyring_lookup_finish (keyring, result, error);
}

static gboolean
store (TrancheKeyring  *keyring,
       TrancheAccount  *account,
       const char      *secret,
       GError         **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_keyring_store_async (keyring, account, secret, NULL, ready_cb, &result);
  await (&result);
  return tranche_keyring_store_finish (keyring, result, error);
}

static gboolean
clear (TrancheKeyring  *keyring,
       const char      *id,
       GError         **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_keyring_clear_async (keyring, id, NULL, ready_cb, &result);
  await (&result);
  return tranche_keyring_clear_finish (keyring, result, error);
}

static TrancheAccount *
make_account (void)
{
  TrancheAccount *account = tranche_account_new ("tbank");

  tranche_account_set_name (account, "Магазин");
  return account;
}

static void
test_round_trip (void)
{
  g_autoptr (TrancheKeyring) keyring = tranche_keyring_new (0);
  g_autoptr (TrancheAccount) account = make_account ();
  g_autoptr (TrancheAccount) other = make_account ();
  g_autoptr (GError) error = NULL;
  const char *id = tranche_account_get_id (account);
  char *secret;

  g_assert_null (look_up (keyring, id, FALSE, &error));
  g_assert_error (error, TRANCHE_KEYRING_ERROR, TRANCHE_KEYRING_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (store (keyring, account, SECRET, &error));
  g_assert_no_error (error);
  g_assert_true (store (keyring, other, "other", &error));
  g_assert_no_error (error);
  secret = look_up (keyring, id, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (secret, ==, SECRET);
  tranche_keyring_secret_free (secret);

  /* A second one replaces the first. */
  g_assert_true (store (keyring, account, "second", &error));
  g_assert_no_error (error);
  secret = look_up (keyring, id, TRUE, &error);
  g_assert_cmpstr (secret, ==, "second");
  tranche_keyring_secret_free (secret);

  for (guint i = 0; i < 2; i++) {
    g_assert_true (clear (keyring, id, &error));
    g_assert_no_error (error);
  }
  g_assert_null (look_up (keyring, id, TRUE, &error));
  g_assert_error (error, TRANCHE_KEYRING_ERROR, TRANCHE_KEYRING_ERROR_NOT_FOUND);
  g_clear_error (&error);
  secret = look_up (keyring, tranche_account_get_id (other), FALSE, &error);
  g_assert_cmpstr (secret, ==, "other");
  tranche_keyring_secret_free (secret);
  g_assert_true (clear (keyring, tranche_account_get_id (other), &error));
}

static void
test_cancelled (void)
{
  g_autoptr (TrancheKeyring) keyring = tranche_keyring_new (0);
  g_autoptr (TrancheAccount) account = make_account ();
  g_autoptr (GCancellable) before = g_cancellable_new ();
  g_autoptr (GCancellable) during = g_cancellable_new ();
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (before);
  tranche_keyring_lookup_async (keyring, tranche_account_get_id (account), TRUE, before, ready_cb,
                                &first);
  tranche_keyring_lookup_async (keyring, tranche_account_get_id (account), TRUE, during, ready_cb,
                                &second);
  g_assert_null (first);
  g_assert_null (second);
  g_cancellable_cancel (during);
  await (&first);
  g_assert_null (tranche_keyring_lookup_finish (keyring, first, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  await (&second);
  g_assert_null (tranche_keyring_lookup_finish (keyring, second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_unavailable (void)
{
  g_autoptr (TrancheKeyring) keyring = tranche_keyring_new (0);
  g_autoptr (TrancheAccount) account = make_account ();
  g_autoptr (GError) error = NULL;
  const char *id = tranche_account_get_id (account);

  g_assert_null (look_up (keyring, id, TRUE, &error));
  g_assert_error (error, TRANCHE_KEYRING_ERROR, TRANCHE_KEYRING_ERROR_UNAVAILABLE);
  g_clear_error (&error);
  g_assert_false (store (keyring, account, SECRET, &error));
  g_assert_error (error, TRANCHE_KEYRING_ERROR, TRANCHE_KEYRING_ERROR_UNAVAILABLE);
  g_assert_null (strstr (error->message, SECRET));
  g_clear_error (&error);
  g_assert_false (clear (keyring, id, &error));
  g_assert_error (error, TRANCHE_KEYRING_ERROR, TRANCHE_KEYRING_ERROR_UNAVAILABLE);
}

static void
lock_keyring (void)
{
  g_autoptr (SecretService) service = NULL;
  g_autoptr (SecretCollection) collection = NULL;
  g_autolist (GDBusProxy) locked = NULL;
  g_autoptr (GList) collections = NULL;
  g_autoptr (GError) error = NULL;

  service = secret_service_get_sync (SECRET_SERVICE_NONE, NULL, &error);
  g_assert_no_error (error);
  collection = secret_collection_for_alias_sync (service, SECRET_COLLECTION_DEFAULT,
                                                 SECRET_COLLECTION_NONE, NULL, &error);
  g_assert_no_error (error);
  collections = g_list_append (NULL, collection);
  g_assert_cmpint (secret_service_lock_sync (service, collections, NULL, &locked, &error), ==, 1);
  g_assert_no_error (error);
}

/* An account whose secret is in a keyring that is locked now. */
static TrancheAccount *
make_locked_account (TrancheKeyring *keyring)
{
  TrancheAccount *account = make_account ();
  g_autoptr (GError) error = NULL;

  g_assert_true (store (keyring, account, SECRET, &error));
  g_assert_no_error (error);
  lock_keyring ();
  return account;
}

/* A prompt that is closed. */
static void
test_dismissed (void)
{
  g_autoptr (TrancheKeyring) keyring = tranche_keyring_new (0);
  g_autoptr (TrancheAccount) account = make_locked_account (keyring);
  g_autoptr (Prompter) prompter = prompter_new (TRUE);
  g_autoptr (GError) error = NULL;
  const char *id = tranche_account_get_id (account);

  g_assert_null (look_up (keyring, id, FALSE, &error));
  g_assert_error (error, TRANCHE_KEYRING_ERROR, TRANCHE_KEYRING_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_cmpuint (prompter_get_prompts (prompter), ==, 0);

  g_assert_null (look_up (keyring, id, TRUE, &error));
  g_assert_error (error, TRANCHE_KEYRING_ERROR, TRANCHE_KEYRING_ERROR_DISMISSED);
  g_clear_error (&error);
  g_assert_cmpuint (prompter_get_prompts (prompter), ==, 1);
  g_assert_false (store (keyring, account, SECRET, &error));
  g_assert_error (error, TRANCHE_KEYRING_ERROR, TRANCHE_KEYRING_ERROR_DISMISSED);
  g_assert_null (strstr (error->message, SECRET));
  g_clear_error (&error);
  g_assert_cmpuint (prompter_get_prompts (prompter), ==, 2);
  g_assert_false (clear (keyring, id, &error));
  g_assert_error (error, TRANCHE_KEYRING_ERROR, TRANCHE_KEYRING_ERROR_DISMISSED);
  g_assert_cmpuint (prompter_get_prompts (prompter), ==, 3);
}

/* A prompt that nobody answers. */
static void
test_unanswered (void)
{
  g_autoptr (TrancheKeyring) keyring = tranche_keyring_new (1);
  g_autoptr (TrancheAccount) account = make_locked_account (keyring);
  g_autoptr (Prompter) prompter = prompter_new (FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const char *id = tranche_account_get_id (account);

  /* Cancelled while it is open. */
  tranche_keyring_lookup_async (keyring, id, TRUE, cancellable, ready_cb, &result);
  while (prompter_get_prompts (prompter) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (cancellable);
  await (&result);
  g_assert_null (tranche_keyring_lookup_finish (keyring, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_assert_null (look_up (keyring, id, TRUE, &error));
  g_assert_error (error, TRANCHE_KEYRING_ERROR, TRANCHE_KEYRING_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_false (store (keyring, account, SECRET, &error));
  g_assert_error (error, TRANCHE_KEYRING_ERROR, TRANCHE_KEYRING_ERROR_LOCKED);
  g_assert_null (strstr (error->message, SECRET));
  g_clear_error (&error);
  g_assert_false (clear (keyring, id, &error));
  g_assert_error (error, TRANCHE_KEYRING_ERROR, TRANCHE_KEYRING_ERROR_LOCKED);
  g_clear_error (&error);

  /* The service has survived it. */
  g_assert_null (look_up (keyring, id, FALSE, &error));
  g_assert_error (error, TRANCHE_KEYRING_ERROR, TRANCHE_KEYRING_ERROR_LOCKED);
}

/* The keyring of sandboxed programs: a file of the library's own. */
static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tranche-keyring-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "keyring", NULL);

  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", path, TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "test", TRUE);
  test_round_trip ();
  g_remove (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  const char *kind;

  g_test_init (&argc, &argv, NULL);
  kind = argc > 1 ? argv[1] : "";

  if (g_str_equal (kind, "unlocked")) {
    g_test_add_func ("/keyring/round-trip", test_round_trip);
    g_test_add_func ("/keyring/cancelled", test_cancelled);
  } else if (g_str_equal (kind, "dismissed")) {
    g_test_add_func ("/keyring/dismissed", test_dismissed);
  } else if (g_str_equal (kind, "unanswered")) {
    g_test_add_func ("/keyring/unanswered", test_unanswered);
  } else if (g_str_equal (kind, "file")) {
    g_test_add_func ("/keyring/file", test_file);
  } else {
    g_test_add_func ("/keyring/unavailable", test_unavailable);
  }

  return g_test_run ();
}
