/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "book-calls.h"
#include "store/book-glance.h"
#include "store/book-question.h"
#include "store/sql.h"

#define LIMIT 5
#define PATIENCE 60000 /* ms */

static gint64
add (Fixture    *self,
     const char *number,
     const char *last_name,
     const char *phone,
     gint64      minor)
{
  g_autoptr (TrancheOrder) order = make_order (number);
  g_autoptr (TrancheCustomer) customer = tranche_customer_new ();
  g_autoptr (TrancheOrder) added = NULL;
  g_autoptr (GError) error = NULL;
  TrancheMoney amount = tranche_money (minor, "RUB");

  customer->last_name = g_strdup (last_name);
  customer->phone = g_strdup (phone);
  tranche_order_set_customer (order, customer);
  tranche_order_set_amount (order, &amount);
  added = add_order (self, order, &error);
  g_assert_no_error (error);

  return tranche_order_get_id (added);
}

static GArray *
find (Fixture    *self,
      const char *typed,
      guint       patience)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *ids;

  tranche_book_question_ask_async (self->path, typed, LIMIT, patience, ready_cb, &result);
  await (&result);
  ids = tranche_book_question_ask_finish (result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (ids);

  return ids;
}

/* @ids: as "3 1" */
static void
assert_finds (Fixture    *self,
              const char *typed,
              const char *expected)
{
  g_autoptr (GArray) ids = find (self, typed, PATIENCE);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (found, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            g_array_index (ids, gint64, i));

  g_test_message ("“%s”", typed);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_find (Fixture       *self,
           gconstpointer  unused)
{
  add (self, "7766", "Антонова", "+7 999 111-22-33", 1299000);
  add (self, "0314-AB", "Бойко", "8 (999) 888-77-66", 500000);
  add (self, "0314-CD", "Бойко", "+7 912 345-67-89", 1299000);

  assert_finds (self, "Антонова", "1");
  assert_finds (self, "БОЙКО", "3 2");
  assert_finds (self, "бой 0314-a", "2");
  assert_finds (self, "0314-ab", "2");
  assert_finds (self, "+7 999 888 77 66", "2");
  assert_finds (self, "88877", "2");
  assert_finds (self, "89128 8", "");
  /* By the amount, in any spelling. */
  assert_finds (self, "12990", "3 1");
  assert_finds (self, "12 990,00", "3 1");
  assert_finds (self, "5000", "2");
  /* By the number first, then by the phone. */
  assert_finds (self, "7766", "1 2");
  /* What is short has to begin a word. */
  assert_finds (self, "бо", "3 2");
  assert_finds (self, "ой", "");
  assert_finds (self, "бойко 0314-c", "3");
  assert_finds (self, "nobody", "");
  assert_finds (self, "\" OR *", "");
  assert_finds (self, "", "");
}

static void
test_limit (Fixture       *self,
            gconstpointer  unused)
{
  for (guint i = 0; i < 2 * LIMIT; i++) {
    g_autofree char *number = g_strdup_printf ("N-%u", i);

    add (self, number, "Иванова", NULL, 100);
  }

  assert_finds (self, "иванова", "10 9 8 7 6");
  assert_finds (self, "1", "10 9 8 7 6");
}

/* What the desktop asks is answered in time, though the book be held for longer. */
static void
test_patience (Fixture       *self,
               gconstpointer  unused)
{
  g_autoptr (TrancheSql) sql = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start;

  add (self, "N-1", "Иванова", NULL, 100);
  fixture_close (self);
  sql = tranche_sql_open (self->path, SQLITE_OPEN_READWRITE, &error);
  g_assert_no_error (error);
  g_assert_true (tranche_sql_execute (sql, "PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE",
                                      &error));

  start = g_get_monotonic_time ();
  ids = find (self, "иванова", 40);
  g_assert_cmpuint (ids->len, ==, 0);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);

  g_assert_true (tranche_sql_execute (sql, "COMMIT", &error));
  assert_finds (self, "иванова", "1");
}

typedef struct {
  GCancellable *cancellable;
  guint n_found;
} Stopped;

static gboolean
stop_cb (gint64   id,
         gpointer user_data)
{
  Stopped *stopped = user_data;

  stopped->n_found++;
  g_cancellable_cancel (stopped->cancellable);

  return TRUE;
}

/* What it has found before is right, and it goes through no book in vain. */
static void
test_cancelled (Fixture       *self,
                gconstpointer  unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TrancheBookGlance) glance = NULL;
  g_autoptr (GError) error = NULL;
  Stopped stopped = { cancellable };

  for (guint i = 0; i < 500; i++) {
    g_autofree char *number = g_strdup_printf ("LONG-NUMBER-OF-AN-ORDER-%u", i);

    add (self, number, "Иванова", NULL, 100);
  }

  glance = tranche_book_glance_open (self->path, &error);
  g_assert_no_error (error);
  g_assert_false (tranche_book_glance_find (glance, "order", cancellable, stop_cb, &stopped,
                                            &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (stopped.n_found, >=, 1);
  g_assert_cmpuint (stopped.n_found, <, 500);
}

static void
test_no_book (Fixture       *self,
              gconstpointer  unused)
{
  g_autofree char *nowhere = g_build_filename (self->folder, "nowhere.db", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tranche_book_question_ask_async (nowhere, "x", LIMIT, PATIENCE, ready_cb, &result);
  await (&result);
  g_assert_null (tranche_book_question_ask_finish (result, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND);
}

static void
test_load (Fixture       *self,
           gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  gint64 id = add (self, "N-1", "Иванова", NULL, 100);
  g_autoptr (TrancheBookGlance) glance = tranche_book_glance_open (self->path, &error);
  g_autoptr (TrancheOrder) order = NULL;

  g_assert_no_error (error);
  order = tranche_book_glance_load (glance, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tranche_order_get_number (order), ==, "N-1");

  g_assert_null (tranche_book_glance_load (glance, id + 1, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND);
}

/* What is written after the look began shows at the next one, and the book can
 * be closed and opened meanwhile. */
static void
test_beside_the_program (Fixture       *self,
                         gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheBookGlance) glance = tranche_book_glance_open (self->path, &error);

  g_assert_no_error (error);
  add (self, "N-1", "Иванова", NULL, 100);
  assert_finds (self, "иванова", "1");
  fixture_close (self);
  assert_finds (self, "иванова", "1");
  fixture_open (self);
  add (self, "N-2", "Иванова", NULL, 100);
  assert_finds (self, "иванова", "2 1");
}

static void
test_refused (Fixture       *self,
              gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheSql) sql = NULL;
  g_autofree char *nowhere = g_build_filename (self->folder, "nowhere.db", NULL);

  g_assert_null (tranche_book_glance_open (nowhere, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (nowhere, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  fixture_close (self);
  sql = tranche_sql_open (self->path, SQLITE_OPEN_READWRITE, &error);
  g_assert_no_error (error);
  g_assert_true (tranche_sql_execute (sql, "PRAGMA user_version = 1", &error));
  g_assert_null (tranche_book_glance_open (self->path, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NEWER);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/book-glance/find", test_find);
  ADD ("/book-glance/limit", test_limit);
  ADD ("/book-glance/patience", test_patience);
  ADD ("/book-glance/cancelled", test_cancelled);
  ADD ("/book-glance/no-book", test_no_book);
  ADD ("/book-glance/load", test_load);
  ADD ("/book-glance/beside-the-program", test_beside_the_program);
  ADD ("/book-glance/refused", test_refused);
#undef ADD

  return g_test_run ();
}
