/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "book-maker.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <time.h>

#include "store/book-glance.h"
#include "store/book-question.h"

/*
 * What the search of the desktop takes: a look into the book is opened, asked
 * and closed for each letter that somebody types, and what was found is read.
 */

#define LIMIT 10
#define PATIENCE 40 /* ms */
#define PROMISE (50 * G_TIME_SPAN_MILLISECOND)
#define ROUNDS 20

typedef struct {
  const char *what;
  char *typed;
  gint64 expected; /* the order that has to be found, or 0 */
} Question;

static void
add (GArray     *questions,
     const char *what,
     char       *typed,
     gint64      expected)
{
  Question question = { what, typed, expected };

  g_array_append_val (questions, question);
}

/* Beginnings of two words. */
static char *
begin (const char *first,
       const char *second,
       glong       length)
{
  g_autofree char *a = g_utf8_substring (first, 0, MIN (length, g_utf8_strlen (first, -1)));
  g_autofree char *b = g_utf8_substring (second, 0, MIN (length, g_utf8_strlen (second, -1)));

  return g_strjoin (" ", a, b, NULL);
}

/* Words that many orders have, which few or none have together: what is found by
 * one is all gone through for the other. */
static void
add_pairs (GArray       *questions,
           TrancheOrder *order)
{
  const TrancheCustomer *customer = tranche_order_get_customer (order);
  TrancheOrderItem *item = g_ptr_array_index (tranche_order_get_items (order), 0);
  const char *goods = tranche_order_item_get_name (item);
  const char *digits = customer->phone + strlen (customer->phone) - 4;
  const char *last = customer->last_name;
  const char *first = customer->first_name;

  add (questions, "names, one letter", begin (last, first, 1), 0);
  add (questions, "names, two letters", begin (last, first, 2), 0);
  add (questions, "names, three letters", begin (last, first, 3), 0);
  add (questions, "goods", g_strdup (goods), 0);
  add (questions, "goods and name", g_strjoin (" ", goods, last, NULL), 0);
  add (questions, "goods and name, three", begin (goods, last, 3), 0);
  add (questions, "goods and digits", g_strjoin (" ", goods, digits, NULL), 0);
  add (questions, "name and digits", g_strjoin (" ", last, digits, NULL), 0);
  add (questions, "two and two digits",
       g_strdup_printf ("%.2s %s", digits, digits + 2), 0);
  add (questions, "digits of nobody", g_strdup_printf ("%s%s%s", digits, digits, digits), 0);
  add (questions, "name and nobody", g_strjoin (" ", last, first, "нет", NULL), 0);
}

/* What somebody would type to find this order. */
static void
add_order (GArray       *questions,
           TrancheOrder *order)
{
  const TrancheCustomer *customer = tranche_order_get_customer (order);
  const char *number = tranche_order_get_number (order);
  gint64 id = tranche_order_get_id (order);

  add (questions, "number", g_strdup (number), id);
  add (questions, "two of the number", g_strndup (number, 2), 0);
  add (questions, "four of the number", g_strndup (number, 4), 0);
  add (questions, "end of the number", g_strdup (number + strlen (number) - 4), 0);
  add (questions, "sum", tranche_money_to_decimal (tranche_order_get_amount (order)), 0);
  if (customer->last_name != NULL && customer->first_name != NULL && customer->phone != NULL
      && strlen (customer->phone) >= 4)
    add_pairs (questions, order);
  if (customer->last_name != NULL) {
    add (questions, "last name", g_strdup (customer->last_name), 0);
    add (questions, "two letters", g_utf8_substring (customer->last_name, 0, 2), 0);
  }
  if (customer->last_name != NULL && customer->first_name != NULL)
    add (questions, "names", g_strjoin (" ", customer->last_name, customer->first_name, NULL), 0);
  if (customer->phone != NULL && strlen (customer->phone) >= 4) {
    add (questions, "phone", g_strdup (customer->phone), id);
    add (questions, "last digits", g_strdup (customer->phone + strlen (customer->phone) - 4), 0);
  }
}

/* Of this process, in µs: what a busy computer does not change. */
static gint64
get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* One round in µs, as the desktop asks. */
static gint64
ask (const char     *path,
     const Question *question,
     guint          *n_found,
     gboolean       *right,
     gint64         *work)
{
  gint64 start = g_get_monotonic_time ();
  gint64 work_start = get_work ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheBookGlance) glance = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = NULL;

  tranche_book_question_ask_async (path, question->typed, LIMIT, PATIENCE, answered_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  ids = tranche_book_question_ask_finish (result, &error);
  g_assert_no_error (error);
  glance = tranche_book_glance_open (path, &error);
  g_assert_no_error (error);

  *n_found = ids->len;
  *right = question->expected == 0;
  for (guint i = 0; i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);
    g_autoptr (TrancheOrder) order = tranche_book_glance_load (glance, id, NULL);

    *right |= id == question->expected;
  }

  *work = get_work () - work_start;
  return g_get_monotonic_time () - start;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static gboolean
measure (const char     *path,
         const Question *question)
{
  gint64 times[ROUNDS], work[ROUNDS];
  gint64 first;
  gboolean right = FALSE;
  guint n_found = 0;

  for (guint i = 0; i < ROUNDS; i++)
    times[i] = ask (path, question, &n_found, &right, &work[i]);

  first = times[0];
  qsort (times, ROUNDS, sizeof times[0], compare_cb);
  qsort (work, ROUNDS, sizeof work[0], compare_cb);
  g_print ("%-22s %5.1f ms, at first %5.1f, at most %5.1f, of work %5.1f, at most %5.1f; %2u found%s\n",
           question->what, times[ROUNDS / 2] / 1000.0, first / 1000.0, times[ROUNDS - 1] / 1000.0,
           work[ROUNDS / 2] / 1000.0, work[ROUNDS - 1] / 1000.0, n_found,
           right ? "" : ", not what was looked for");

  return right && times[ROUNDS - 1] <= PROMISE;
}

static gboolean
measure_book (const char *path)
{
  static const gint64 asked_for[] = { 5000, 500000, 999000 };
  g_autoptr (GArray) questions = g_array_new (FALSE, FALSE, sizeof (Question));
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheBookGlance) glance = tranche_book_glance_open (path, &error);
  gboolean kept = TRUE;

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (asked_for); i++) {
    g_autoptr (TrancheOrder) order = tranche_book_glance_load (glance, asked_for[i], NULL);

    if (order != NULL)
      add_order (questions, order);
  }
  add (questions, "nothing", g_strdup ("щщщъъъ"), 0);
  add (questions, "one letter", g_strdup ("о"), 0);
  add (questions, "two digits", g_strdup ("79"), 0);

  for (guint i = 0; i < questions->len; i++) {
    Question *question = &g_array_index (questions, Question, i);

    kept &= measure (path, question);
    g_free (question->typed);
  }

  return kept;
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;
  BookPlan plan = { 1000000, 1, now };
  gboolean kept;

  setlocale (LC_ALL, "");
  if (argc == 3 && g_str_equal (argv[1], "--book"))
    return measure_book (argv[2]) ? 0 : 1;

  folder = g_dir_make_tmp ("tranche-bench-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "orders.db", NULL);
  if (!book_maker_write (path, &plan, &error))
    g_error ("%s", error->message);

  kept = measure_book (path);
  g_remove (path);
  g_rmdir (folder);
  return kept ? 0 : 1;
}
