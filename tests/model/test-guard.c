/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "model/guard.h"
#include "model/pin-record.h"

/* Which keyring there is stands in the first argument: "keyring" for that of the
 * session, "memory" for none. */
static gboolean with_keyring;

typedef struct {
  TrancheSecrets *secrets;
  TrancheGuard *guard;
} GuardFixture;

typedef void (*GuardStart) (GuardFixture        *fixture,
                            const char          *pin,
                            const char          *new_pin,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);

static void
open_guard (GuardFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->guard = tranche_guard_new (fixture->secrets);
  tranche_guard_load_async (fixture->guard, NULL, store_result_cb, &result);
  wait_for_result (&result);
  tranche_guard_finish (fixture->guard, result, &error);
  g_assert_no_error (error);
}

/* The thread that looked at a PIN lets go of it a moment after it has told. */
static void
close_guard (GuardFixture *fixture)
{
  TrancheGuard *alive = fixture->guard;

  g_object_add_weak_pointer (G_OBJECT (alive), (gpointer *) &alive);
  g_clear_object (&fixture->guard);
  WAIT_UNTIL (alive == NULL);
}

/* What the next start of the program finds. */
static void
reopen (GuardFixture *fixture)
{
  close_guard (fixture);
  open_guard (fixture);
}

static void
set_up (GuardFixture  *fixture,
        gconstpointer  data)
{
  g_autoptr (TrancheKeyring) keyring = with_keyring ? tranche_keyring_new (0) : NULL;

  fixture->secrets = tranche_secrets_new (keyring);
  open_guard (fixture);
}

static void
tear_down (GuardFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;

  close_guard (fixture);
  tranche_secrets_clear_async (fixture->secrets, "pin", NULL, store_result_cb, &result);
  wait_for_result (&result);
  g_clear_object (&fixture->secrets);
}

static gboolean
check (GuardFixture  *fixture,
       const char    *pin,
       GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_guard_check_async (fixture->guard, pin, NULL, store_result_cb, &result);
  wait_for_result (&result);

  return tranche_guard_finish (fixture->guard, result, error);
}

static gboolean
change (GuardFixture  *fixture,
        const char    *pin,
        const char    *new_pin,
        GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_guard_change_async (fixture->guard, pin, new_pin, NULL, store_result_cb, &result);
  wait_for_result (&result);

  return tranche_guard_finish (fixture->guard, result, error);
}

static void
lock (GuardFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tranche_guard_lock_async (fixture->guard, NULL, store_result_cb, &result);
  wait_for_result (&result);
  tranche_guard_finish (fixture->guard, result, &error);
  g_assert_no_error (error);
}

static gboolean
unlock (GuardFixture  *fixture,
        const char    *pin,
        GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_guard_unlock_async (fixture->guard, pin, NULL, store_result_cb, &result);
  wait_for_result (&result);

  return tranche_guard_finish (fixture->guard, result, error);
}

static void
assert_wrong (GuardFixture *fixture,
              const char   *pin)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (check (fixture, pin, &error));
  g_assert_error (error, TRANCHE_GUARD_ERROR, TRANCHE_GUARD_ERROR_WRONG);
}

static void
test_none (GuardFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tranche_guard_get_has_pin (fixture->guard));
  g_assert_true (check (fixture, "1", &error));
  g_assert_no_error (error);
  /* Nobody could unlock it. */
  lock (fixture);
  g_assert_false (tranche_guard_get_locked (fixture->guard));
}

static void
test_pin (GuardFixture  *fixture,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (change (fixture, "", "2468", &error));
  g_assert_no_error (error);
  g_assert_true (tranche_guard_get_has_pin (fixture->guard));
  g_assert_true (check (fixture, "2468", &error));
  assert_wrong (fixture, "2469");

  reopen (fixture);
  g_assert_true (tranche_guard_get_has_pin (fixture->guard));
  g_assert_true (check (fixture, "2468", &error));

  g_assert_false (change (fixture, "0000", "1357", &error));
  g_assert_error (error, TRANCHE_GUARD_ERROR, TRANCHE_GUARD_ERROR_WRONG);
  g_clear_error (&error);
  g_assert_true (change (fixture, "2468", "1357", &error));
  assert_wrong (fixture, "2468");
  g_assert_true (check (fixture, "1357", &error));

  g_assert_true (change (fixture, "1357", NULL, &error));
  g_assert_false (tranche_guard_get_has_pin (fixture->guard));
  reopen (fixture);
  g_assert_false (tranche_guard_get_has_pin (fixture->guard));
}

static void
test_shape (GuardFixture  *fixture,
            gconstpointer  data)
{
  static const char *const pins[] = { "", "123", "12a4", "1234567890123", "１２３４" };

  for (guint i = 0; i < G_N_ELEMENTS (pins); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (change (fixture, "", pins[i], &error));
    g_assert_error (error, TRANCHE_GUARD_ERROR, TRANCHE_GUARD_ERROR_SHAPE);
  }
  g_assert_false (tranche_guard_get_has_pin (fixture->guard));
}

static void
test_lock (GuardFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (change (fixture, "", "2468", &error));
  lock (fixture);
  g_assert_true (tranche_guard_get_locked (fixture->guard));

  /* Starting the program again opens nothing. */
  reopen (fixture);
  g_assert_true (tranche_guard_get_locked (fixture->guard));
  g_assert_true (check (fixture, "2468", &error));
  g_assert_true (tranche_guard_get_locked (fixture->guard));
  g_assert_false (unlock (fixture, "1111", &error));
  g_assert_error (error, TRANCHE_GUARD_ERROR, TRANCHE_GUARD_ERROR_WRONG);
  g_clear_error (&error);
  g_assert_true (tranche_guard_get_locked (fixture->guard));
  g_assert_true (unlock (fixture, "2468", &error));
  g_assert_false (tranche_guard_get_locked (fixture->guard));
}

/* Three are free; then even the right one has to wait, also after a new start. */
static void
test_throttled (GuardFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (change (fixture, "", "2468", &error));
  for (guint i = 0; i < 3; i++)
    assert_wrong (fixture, "0000");
  g_assert_cmpuint (tranche_guard_get_wait (fixture->guard), >, 0);

  g_assert_false (check (fixture, "2468", &error));
  g_assert_error (error, TRANCHE_GUARD_ERROR, TRANCHE_GUARD_ERROR_WAIT);
  g_clear_error (&error);

  reopen (fixture);
  g_assert_false (check (fixture, "2468", &error));
  g_assert_error (error, TRANCHE_GUARD_ERROR, TRANCHE_GUARD_ERROR_WAIT);
}

/* Two at once are no way around it. */
static void
test_busy (GuardFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (change (fixture, "", "2468", &error));
  tranche_guard_check_async (fixture->guard, "2468", NULL, store_result_cb, &first);
  tranche_guard_check_async (fixture->guard, "2468", NULL, store_result_cb, &second);
  wait_for_result (&first);
  wait_for_result (&second);
  g_assert_true (tranche_guard_finish (fixture->guard, first, &error));
  g_assert_false (tranche_guard_finish (fixture->guard, second, &error));
  g_assert_error (error, TRANCHE_GUARD_ERROR, TRANCHE_GUARD_ERROR_WAIT);
}

/* What nobody of us has written is no leave. */
static void
test_spoilt (GuardFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_secrets_store_item_async (fixture->secrets, "pin", "PIN", "nonsense", NULL,
                                    store_result_cb, &result);
  wait_for_result (&result);
  reopen (fixture);
  g_assert_true (tranche_guard_get_has_pin (fixture->guard));
  assert_wrong (fixture, "2468");
}

static void
test_waits (void)
{
  static const struct {
    guint failures;
    guint passed;
    guint wait;
  } rows[] = {
    { 0, 0, 0 }, { 2, 0, 0 }, { 3, 0, 5 }, { 3, 4, 1 }, { 3, 5, 0 }, { 4, 0, 10 }, { 5, 1, 19 },
    { 9, 0, 300 }, { 1000, 0, 300 }, { 1000, 300, 0 },
  };
  g_autoptr (TranchePinRecord) record = tranche_pin_record_new ("hash");

  record->failed_at = 1000 * G_USEC_PER_SEC;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    record->failures = rows[i].failures;
    g_assert_cmpuint (tranche_pin_record_get_wait (record, record->failed_at +
                                                           rows[i].passed * G_USEC_PER_SEC),
                      ==, rows[i].wait);
  }

  record->failures = 4;
  g_assert_cmpuint (tranche_pin_record_get_wait (record, 0), ==, 10);
}

static void
test_text (void)
{
  g_autoptr (TranchePinRecord) record = tranche_pin_record_new ("scrypt$15$aa$bb");
  g_autoptr (TranchePinRecord) read = NULL;
  g_autofree char *text = NULL;

  record->failures = 7;
  record->failed_at = 1234567890123456;
  record->locked = TRUE;
  text = tranche_pin_record_to_text (record);
  read = tranche_pin_record_parse (text);
  g_assert_cmpstr (read->hash, ==, record->hash);
  g_assert_cmpuint (read->failures, ==, 7);
  g_assert_cmpint (read->failed_at, ==, 1234567890123456);
  g_assert_true (read->locked);

  g_assert_null (tranche_pin_record_parse (""));
  g_assert_null (tranche_pin_record_parse ("2:hash:0:0:0"));
  g_assert_null (tranche_pin_record_parse ("1::0:0:0"));
  g_assert_null (tranche_pin_record_parse ("1:hash:-1:0:0"));
  g_assert_null (tranche_pin_record_parse ("1:hash:0:0:2"));
  g_assert_null (tranche_pin_record_parse ("1:hash:0:0:0:0"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  with_keyring = argc > 1 && g_str_equal (argv[1], "keyring");

#define ADD(name, func) \
  g_test_add ("/guard/" name, GuardFixture, NULL, set_up, func, tear_down)
  ADD ("none", test_none);
  ADD ("pin", test_pin);
  ADD ("shape", test_shape);
  ADD ("lock", test_lock);
  ADD ("throttled", test_throttled);
  ADD ("busy", test_busy);
  ADD ("spoilt", test_spoilt);
#undef ADD
  g_test_add_func ("/guard/waits", test_waits);
  g_test_add_func ("/guard/text", test_text);

  return g_test_run ();
}
