/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "book-calls.h"
#include "store/folding.h"
#include "store/search-text.h"
#include "store/search.h"

static void
test_fold (void)
{
  static const char *const cases[][2] = {
    { "Ёлкин ПЁТР", "елкин петр" },
    { "Їжак і Ґава Є", "їжак і ґава є" },
    /* Letters in two code points are one. */
    { "Е\xcc\x88лка И\xcc\x86од", "елка йод" },
    { "ﬁn Ⅳ", "fin iv" },
    { "A-0012", "a-0012" },
    { "\xff", "\xef\xbf\xbd" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *folded = tranche_fold_for_search (cases[i][0]);

    g_assert_cmpstr (folded, ==, cases[i][1]);
  }
}

static void
test_sort (void)
{
  static const char *const words[] = {
    "Анна", "г", "Гая", "ґ", "Ґанок", "д", "ея", "ёя Я", "є", "Єва", "ж", "ия", "і", "Іва", "ї",
    "Їжак", "й", "Яна",
  };

  g_assert_null (tranche_fold_for_sort (""));
  g_assert_null (tranche_fold_for_sort (NULL));
  for (gsize i = 1; i < G_N_ELEMENTS (words); i++) {
    g_autofree char *before = tranche_fold_for_sort (words[i - 1]);
    g_autofree char *after = tranche_fold_for_sort (words[i]);

    g_assert_cmpstr (before, <, after);
  }
}

#define GOODS "  диван"

static void
test_text (void)
{
  static const struct {
    const char *phone;
    const char *currency;
    const char *text;
  } cases[] = {
    { "+7 (999) 888-77-66", "RUB", "  a-1  иванова  алена  79998887766  89998887766" GOODS },
    { "8 999 888 77 66", "RUB", "  a-1  иванова  алена  79998887766  89998887766" GOODS },
    { "067 123 45 67", "UAH", "  a-1  иванова  алена  380671234567" GOODS },
    { "123", "RUB", "  a-1  иванова  алена  123" GOODS },
    { NULL, "RUB", "  a-1  иванова  алена" GOODS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TrancheOrder) order = make_order ("A-1");
    g_autoptr (TrancheCustomer) customer =
      tranche_customer_copy (tranche_order_get_customer (order));
    g_autofree char *text = NULL;
    TrancheMoney amount = tranche_money (1, cases[i].currency);

    g_set_str (&customer->phone, cases[i].phone);
    tranche_order_set_customer (order, customer);
    tranche_order_set_amount (order, &amount);
    text = tranche_search_text_of (order);
    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

static void
test_nothing_typed (void)
{
  static const char *const cases[] = { NULL, "", "  ", "\t\n", "\xc2\xa0" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_null (tranche_search_new (cases[i]));
}

/* The index is asked for quoted trigrams and for nothing that could be an operator. */
static void
test_match (void)
{
  static const struct {
    const char *typed;
    const char *match;
    gboolean exact;
  } cases[] = {
    { "Иван", "((\"ива\" AND \"ван\"))", FALSE },
    { "анн", "(\"анн\")", TRUE },
    { "ан", "(\" ан\")", TRUE },
    { "а", "(\"  а\")", TRUE },
    { "a\"b\"", "((\"a\"\"b\" AND \"\"\"b\"\"\"))", FALSE },
    { "в OR п", "(\"  в\") AND (\" or\") AND (\"  п\")", TRUE },
    { "12-3", "(((\"12-\" AND \"2-3\") OR \"123\"))", FALSE },
    { "9 99", "(\"  9\" AND \" 99\" OR \"999\")", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TrancheSearch) search = tranche_search_new (cases[i].typed);

    g_assert_cmpstr (tranche_search_get_match (search), ==, cases[i].match);
    g_assert_cmpint (tranche_search_is_exact (search), ==, cases[i].exact);
  }
}

static void
test_finds (void)
{
  static const char text[] = "  a-12  иванова  анна  79998887766  холодильник";
  static const struct {
    const char *typed;
    gboolean found;
  } cases[] = {
    { "ИВАНОВА", TRUE }, { "ванов", TRUE }, { "анна иван", TRUE }, { "анна петр", FALSE },
    { "и", TRUE }, { "в", FALSE }, { "хо", TRUE }, { "ло", FALSE }, { "лод", TRUE },
    { "7766", TRUE }, { "77-66", TRUE }, { "+7 (999) 888 77 66", TRUE }, { "8887", TRUE },
    { "88", FALSE }, { "79 66", FALSE }, { "799 98", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TrancheSearch) search = tranche_search_new (cases[i].typed);

    g_test_message ("%s", cases[i].typed);
    g_assert_cmpint (tranche_search_finds (search, text), ==, cases[i].found);
  }
}

/* Found while it is so, and by nothing that it was before. */
static void
test_kept_up (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 3, 14, 12, 0, 0);
  g_autoptr (TrancheOrderQuery) old_name =
    tranche_order_query_new (TRANCHE_VIEW_ALL, NULL, "иванова", TRANCHE_SORT_CREATED, FALSE);
  g_autoptr (TrancheOrderQuery) new_name =
    tranche_order_query_new (TRANCHE_VIEW_ALL, NULL, "петрова", TRANCHE_SORT_CREATED, FALSE);
  g_autoptr (TrancheOrder) draft = make_order ("1");
  g_autoptr (TrancheCustomer) customer = tranche_customer_copy (tranche_order_get_customer (draft));
  gint64 id = add_in_stage (fixture, "1", TRANCHE_STAGE_DRAFT);
  TrancheOrderQuery *queries[] = { old_name, new_name };
  guint expected[][2] = { { 1, 0 }, { 0, 1 }, { 0, 0 } };

  g_set_str (&customer->last_name, "Петрова");
  tranche_order_set_customer (draft, customer);
  tranche_order_set_id (draft, id);

  for (guint step = 0; step < G_N_ELEMENTS (expected); step++) {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (TrancheOrder) edited = NULL;

    for (guint i = 0; i < G_N_ELEMENTS (queries); i++) {
      g_autoptr (GArray) ids = query_ids (fixture, queries[i], now);

      g_assert_cmpuint (ids->len, ==, expected[step][i]);
    }

    if (step == 0) {
      tranche_order_book_edit_async (fixture->book, draft, NULL, ready_cb, &result);
      await (&result);
      edited = tranche_order_book_edit_finish (fixture->book, result, NULL);
      g_assert_nonnull (edited);
    } else if (step == 1) {
      tranche_order_book_remove_async (fixture->book, id, NULL, ready_cb, &result);
      await (&result);
      g_assert_true (tranche_order_book_remove_finish (fixture->book, result, NULL));
    }
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/fold", test_fold);
  g_test_add_func ("/search/sort", test_sort);
  g_test_add_func ("/search/text", test_text);
  g_test_add_func ("/search/nothing-typed", test_nothing_typed);
  g_test_add_func ("/search/match", test_match);
  g_test_add_func ("/search/finds", test_finds);
  g_test_add ("/search/kept-up", Fixture, NULL, fixture_set_up, test_kept_up, fixture_tear_down);

  return g_test_run ();
}
