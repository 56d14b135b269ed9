/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "core/bank-error.h"
#include "fixture.h"
#include "store/account-book.h"
#include "store/order-select.h"

/* A plain list of orders that is changed, filtered and sorted beside the book:
 * both have to say the same. */

#define N_ORDERS 120
#define N_STEPS 400
#define QUERIES_A_STEP 4

/* The letters of both languages in their order; blanks before them. */
static const char alphabet[] = " абвгґдеєжзиіїйклмнопрстуфхцчшщъыьэюя";

static const char *const last_names[] = {
  "Иванов", "Иванова", "Ёлкин", "Еремин", "Жуков", "Їжакевич", "Іваненко", "Ґалаґан", "Гнатюк",
  "Єфименко", "Щукин", "Яценюк", "Ефимов", "Йосипенко",
};
static const char *const first_names[] = { "Анна", "Пётр", "Семён", "Ольга", "Юрій", NULL };
static const char *const searches[] = {
  "иван", "ИВАН", "елк", "ёлкин", "петр", "7766", "77-66", "8 (9", "+7", "999 888", "8999",
  "9998887766", "8 999 888 77 66", "+7 (999) 888-77-66", "а", "ов", "A-1", "a-00", "0012",
  "иванов анна", "анна иванов 77", "їжак", "нет такого", "\"", "' OR 1", "100%", "_", "AND", "\xc2\xa0 ",
  "ов OR ин", "a-0012 елкин", "*", "и", "ив", "ё", "8", "79", "66", "ї", "холод", "galaxy s2", "s24",
  "іграш", "l-7", "L-77", "кол", "к", "иванов galaxy", "нов", "\"\"\"",
};
static const char *const goods[] = {
  "Холодильник Atlant", "Samsung Galaxy S24", "Їжачок, іграшка", "Коляска", "Стол",
};
static const char *const accounts[] = { "first", "second", "third", "nameless" };
static const char *const account_names[] = { "Ёлочка", "Гастроном", "Їдальня" };

typedef struct {
  TrancheOrder *order;
  char *digits; /* of the phone without the country; NULL without a phone */
  gboolean refused;
  gboolean unknown;
  gint64 operation; /* open */
} Known;

typedef struct {
  Fixture *fixture;
  TrancheSql *sql; /* beside the book, to ask in every way that there is */
  GPtrArray *known;
  GDateTime *now;
  GRand *rand;
} Twin;

static void
known_free (Known *self)
{
  g_object_unref (self->order);
  g_free (self->digits);
  g_free (self);
}

static GDateTime *
random_time (Twin *twin)
{
  return g_date_time_add_minutes (twin->now, g_rand_int_range (twin->rand, -3000, 3000));
}

static char *
spell_phone (Twin       *twin,
             const char *d)
{
  switch (g_rand_int_range (twin->rand, 0, 4)) {
  case 0:
    return g_strdup_printf ("+7 (%.3s) %.3s-%.2s-%.2s", d, d + 3, d + 6, d + 8);
  case 1:
    return g_strdup_printf ("8%s", d);
  case 2:
    return g_strdup_printf ("%.3s %.3s %.4s", d, d + 3, d + 6);
  default:
    return g_strdup_printf ("+7%s", d);
  }
}

static void
fill_customer (Twin  *twin,
               Known *known)
{
  g_autoptr (TrancheCustomer) customer = tranche_customer_new ();

  if (g_rand_int_range (twin->rand, 0, 8) > 0) {
    customer->last_name =
      g_strdup (last_names[g_rand_int_range (twin->rand, 0, G_N_ELEMENTS (last_names))]);
    customer->first_name =
      g_strdup (first_names[g_rand_int_range (twin->rand, 0, G_N_ELEMENTS (first_names))]);
  }
  if (g_rand_int_range (twin->rand, 0, 5) > 0) {
    known->digits = g_rand_int_range (twin->rand, 0, 4) == 0
                      ? g_strdup ("9998887766")
                      : g_strdup_printf ("9%09d", g_rand_int_range (twin->rand, 0, 999999999));
    customer->phone = spell_phone (twin, known->digits);
  }
  tranche_order_set_customer (known->order, customer);
}

static void
fill_goods (Twin  *twin,
            Known *known)
{
  g_autoptr (GPtrArray) items =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_order_item_unref);
  int n = g_rand_int_range (twin->rand, 0, 4);

  for (int i = 0; i < n; i++) {
    TrancheMoney price = tranche_money (10000, "RUB");

    g_ptr_array_add (items,
                     tranche_order_item_new (goods[g_rand_int_range (twin->rand, 0,
                                                                     G_N_ELEMENTS (goods))],
                                             1, &price, NULL, NULL));
  }
  tranche_order_set_items (known->order, items);

  if (g_rand_int_range (twin->rand, 0, 3) == 0) {
    g_autofree char *loan = g_strdup_printf ("L-%d", g_rand_int_range (twin->rand, 0, 99));

    tranche_order_set_loan_number (known->order, loan);
  }
}

static void
add_known (Twin  *twin,
           guint  n)
{
  Known *known = g_new0 (Known, 1);
  g_autofree char *number = g_strdup_printf ("A-%04u", n);
  g_autoptr (TrancheOrder) order = make_order (number);
  g_autoptr (GDateTime) created = random_time (twin);
  g_autoptr (GDateTime) until = random_time (twin);
  g_autoptr (GDateTime) expires = random_time (twin);
  g_autoptr (GDateTime) checked = random_time (twin);
  g_autoptr (GError) error = NULL;
  TrancheMoney amount = tranche_money (g_rand_int_range (twin->rand, 1, 30) * 10000, "RUB");
  TrancheStage stage = g_rand_int_range (twin->rand, 0, TRANCHE_N_STAGES);

  known->order = order;
  fill_customer (twin, known);
  fill_goods (twin, known);
  tranche_order_set_account_id (order, accounts[g_rand_int_range (twin->rand, 0, 4)]);
  tranche_order_set_amount (order, &amount);
  tranche_order_set_created_at (order, created);
  tranche_order_set_stage (order, stage);
  if (stage == TRANCHE_STAGE_COOLING)
    tranche_order_set_cooling_until (order, until);
  if (g_rand_boolean (twin->rand))
    tranche_order_set_expires_at (order, expires);
  if (g_rand_boolean (twin->rand))
    tranche_order_set_checked_at (order, checked);

  known->order = add_order (twin->fixture, order, &error);
  g_assert_no_error (error);
  g_ptr_array_add (twin->known, known);
}

static void
save_accounts (Twin *twin)
{
  g_autoptr (TrancheAccountBook) book = tranche_account_book_new (twin->fixture->book);

  for (guint i = 0; i < G_N_ELEMENTS (account_names); i++) {
    g_autoptr (TrancheAccount) account = tranche_account_new ("tbank");
    g_autoptr (GAsyncResult) result = NULL;

    tranche_account_set_id (account, accounts[i]);
    tranche_account_set_name (account, account_names[i]);
    tranche_account_book_save_async (book, account, NULL, ready_cb, &result);
    await (&result);
    g_assert_true (tranche_account_book_save_finish (book, result, NULL));
  }
}

static void
replace (Known        *known,
         TrancheOrder *order)
{
  g_assert_nonnull (order);
  g_object_unref (known->order);
  known->order = order;
}

/* The bank knows the customer by another name. */
static void
name_customer (Twin         *twin,
               TrancheOrder *answer)
{
  g_autoptr (TrancheCustomer) customer = tranche_customer_new ();

  customer->last_name =
    g_strdup (last_names[g_rand_int_range (twin->rand, 0, G_N_ELEMENTS (last_names))]);
  tranche_order_set_customer (answer, customer);
}

static void
apply_something (Twin  *twin,
                 Known *known)
{
  g_autoptr (TrancheOrder) answer =
    make_answer (g_rand_int_range (twin->rand, TRANCHE_STAGE_WAITING, TRANCHE_N_STAGES), "word");
  g_autoptr (GDateTime) until = random_time (twin);
  g_autoptr (GError) error = NULL;
  int before = tranche_order_get_last_error_code (known->order);

  tranche_order_set_cooling_until (answer, until);
  if (g_rand_boolean (twin->rand))
    name_customer (twin, answer);
  replace (known, apply_answer (twin->fixture, tranche_order_get_id (known->order), answer,
                                &error));
  g_assert_no_error (error);
  /* A refusal is over when its error is. */
  if (before != 0 && tranche_order_get_last_error_code (known->order) == 0)
    known->refused = FALSE;
}

static void
operate (Twin  *twin,
         Known *known)
{
  g_autoptr (GError) error = NULL;
  gint64 id = tranche_order_get_id (known->order);
  TrancheOutcome outcome;
  int code;

  if (known->operation == 0) {
    known->operation = begin_operation (twin->fixture, id, TRANCHE_OPERATION_CANCEL, &error);
    g_assert_no_error (error);
    return;
  }

  outcome = g_rand_int_range (twin->rand, TRANCHE_OUTCOME_DONE, TRANCHE_OUTCOME_UNKNOWN + 1);
  code = outcome == TRANCHE_OUTCOME_DONE ? 0 : TRANCHE_BANK_ERROR_CONFLICT;
  replace (known, settle_operation (twin->fixture, known->operation, outcome, NULL, code, &error));
  g_assert_no_error (error);
  known->refused = outcome == TRANCHE_OUTCOME_REFUSED;
  known->unknown = outcome == TRANCHE_OUTCOME_UNKNOWN;
  if (outcome != TRANCHE_OUTCOME_UNKNOWN)
    known->operation = 0;
}

static void
change_something (Twin *twin)
{
  Known *known = g_ptr_array_index (twin->known, g_rand_int_range (twin->rand, 0, N_ORDERS));

  switch (g_rand_int_range (twin->rand, 0, 4)) {
  case 0:
    apply_something (twin, known);
    break;
  case 1:
    replace (known, fail_order (twin->fixture, tranche_order_get_id (known->order),
                                TRANCHE_BANK_ERROR_NETWORK));
    break;
  default:
    operate (twin, known);
    break;
  }
}

static gboolean
is_wrong (const Known *known)
{
  return known->refused || known->unknown ||
         tranche_order_get_stage (known->order) == TRANCHE_STAGE_UNKNOWN;
}

static gboolean
is_in_view (Twin        *twin,
            const Known *known,
            TrancheView  view)
{
  TrancheStage stage = tranche_order_get_stage (known->order);
  GTimeZone *zone = g_date_time_get_timezone (twin->now);
  g_autoptr (GDateTime) created =
    g_date_time_to_timezone (tranche_order_get_created_at (known->order), zone);
  GDateTime *until = tranche_order_get_cooling_until (known->order);
  g_autoptr (GDateTime) tomorrow = g_date_time_new (zone, 2026, 3, 15, 0, 0, 0);

  switch (view) {
  case TRANCHE_VIEW_NEEDS_ACTION:
    return is_wrong (known) || stage == TRANCHE_STAGE_READY ||
           (stage == TRANCHE_STAGE_COOLING && until && g_date_time_compare (until, tomorrow) < 0);
  case TRANCHE_VIEW_TODAY:
    return g_date_time_get_day_of_year (created) == g_date_time_get_day_of_year (twin->now);
  case TRANCHE_VIEW_WAITING:
    return stage == TRANCHE_STAGE_DRAFT || stage == TRANCHE_STAGE_SENDING ||
           stage == TRANCHE_STAGE_WAITING || stage == TRANCHE_STAGE_APPROVED;
  case TRANCHE_VIEW_COOLING:
    return stage == TRANCHE_STAGE_COOLING;
  case TRANCHE_VIEW_COMMITTED:
    return stage == TRANCHE_STAGE_COMMITTED || stage == TRANCHE_STAGE_CLOSED ||
           stage == TRANCHE_STAGE_RETURNED;
  case TRANCHE_VIEW_FAILED:
    return stage == TRANCHE_STAGE_CANCELED || stage == TRANCHE_STAGE_REJECTED;
  case TRANCHE_VIEW_ALL:
  default:
    return TRUE;
  }
}

static char *
plain (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_auto (GStrv) parts = g_strsplit (lower, "ё", -1);

  return g_strjoinv ("е", parts);
}

/* All that an order is found by, with a blank before each word. */
static char *
describe (const Known *known)
{
  GString *text = g_string_new (" ");
  g_autofree char *name = tranche_customer_get_full_name (tranche_order_get_customer (known->order));
  const char *loan = tranche_order_get_loan_number (known->order);
  GPtrArray *items = tranche_order_get_items (known->order);
  g_autofree char *all = NULL;

  g_string_append_printf (text, "%s %s", tranche_order_get_number (known->order), name);
  if (known->digits)
    g_string_append_printf (text, " 7%s 8%s", known->digits, known->digits);
  g_string_append_printf (text, " %s", loan ? loan : "");
  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (text, " %s", tranche_order_item_get_name (items->pdata[i]));

  all = g_string_free_and_steal (text);
  return plain (all);
}

/* Of three letters and more anywhere, of fewer at the beginning of a word. */
static gboolean
has_text (const Known *known,
          const char  *text)
{
  g_autofree char *all = describe (known);
  g_autofree char *begun = g_strconcat (" ", text, NULL);

  return strstr (all, g_utf8_strlen (text, -1) < 3 ? begun : text) != NULL;
}

static char *
digits_of (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (; *text; text++)
    if (g_ascii_isdigit (*text))
      g_string_append_c (digits, *text);
  return g_string_free_and_steal (digits);
}

static gboolean
is_dialled (const char *word)
{
  return word[strspn (word, "0123456789+-()./")] == '\0';
}

static gboolean
has_word (const Known *known,
          const char  *word)
{
  g_autofree char *digits = is_dialled (word) ? digits_of (word) : NULL;

  return has_text (known, word) || (digits && *digits && has_text (known, digits));
}

static gboolean
is_found (const Known *known,
          const char  *typed)
{
  g_autofree char *text = plain (typed);
  g_auto (GStrv) words = NULL;

  g_strdelimit (text, "\xc2\xa0", ' ');
  words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i]; i++) {
    GString *together = g_string_new (NULL);
    gboolean each = TRUE;
    guint end = i;

    for (; words[end] && is_dialled (words[end]); end++) {
      g_autofree char *digits = digits_of (words[end]);

      each &= has_word (known, words[end]);
      g_string_append (together, digits);
    }
    if (end > i)
      each |= end > i + 1 && together->len > 0 && has_text (known, together->str);
    else
      each = has_word (known, words[i]);
    g_string_free (together, TRUE);
    if (!each)
      return FALSE;
    i = MAX (end, i + 1) - 1;
  }

  return TRUE;
}

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

/* Without a value after those with one, whatever the direction. */
static int
compare_times (GDateTime *a,
               GDateTime *b,
               int        direction)
{
  if (!a || !b)
    return (a == NULL) - (b == NULL);
  return direction * g_date_time_compare (a, b);
}

static int
compare_words (const char *a,
               const char *b)
{
  g_autofree char *plain_a = plain (a);
  g_autofree char *plain_b = plain (b);
  const char *left = plain_a;
  const char *right = plain_b;

  for (; *left && *right; left = g_utf8_next_char (left), right = g_utf8_next_char (right)) {
    const char *at_left = g_utf8_strchr (alphabet, -1, g_utf8_get_char (left));
    const char *at_right = g_utf8_strchr (alphabet, -1, g_utf8_get_char (right));

    g_assert_nonnull (at_left);
    g_assert_nonnull (at_right);
    if (at_left != at_right)
      return at_left < at_right ? -1 : 1;
  }
  return (*left != '\0') - (*right != '\0');
}

static int
compare_customers (TrancheOrder *a,
                   TrancheOrder *b,
                   int           direction)
{
  g_autofree char *name_a = tranche_customer_get_full_name (tranche_order_get_customer (a));
  g_autofree char *name_b = tranche_customer_get_full_name (tranche_order_get_customer (b));

  if (!*name_a || !*name_b)
    return (*name_a == '\0') - (*name_b == '\0');
  return direction * compare_words (name_a, name_b);
}

static const char *
account_name (TrancheOrder *order)
{
  for (guint i = 0; i < G_N_ELEMENTS (account_names); i++)
    if (g_str_equal (tranche_order_get_account_id (order), accounts[i]))
      return account_names[i];
  return NULL;
}

static int
compare_accounts (TrancheOrder *a,
                  TrancheOrder *b,
                  int           direction)
{
  const char *name_a = account_name (a);
  const char *name_b = account_name (b);

  if (!name_a || !name_b)
    return (name_a == NULL) - (name_b == NULL);
  return direction * compare_words (name_a, name_b);
}

static int
compare_deadlines (TrancheOrder *a,
                   TrancheOrder *b,
                   int           direction)
{
  g_autoptr (GDateTime) deadline_a = tranche_order_dup_deadline (a);
  g_autoptr (GDateTime) deadline_b = tranche_order_dup_deadline (b);

  return compare_times (deadline_a, deadline_b, direction);
}

typedef struct {
  TrancheSortKey key;
  int direction;
} Sorting;

static int
compare_keys (const Known   *known_a,
              const Known   *known_b,
              const Sorting *sorting)
{
  TrancheOrder *a = known_a->order;
  TrancheOrder *b = known_b->order;
  int direction = sorting->direction;

  switch (sorting->key) {
  case TRANCHE_SORT_URGENCY:
    if (is_wrong (known_a) != is_wrong (known_b))
      return direction * (is_wrong (known_a) ? -1 : 1);
    return direction * compare_deadlines (a, b, 1);
  case TRANCHE_SORT_CREATED:
    return compare_times (tranche_order_get_created_at (a), tranche_order_get_created_at (b),
                          direction);
  case TRANCHE_SORT_STAGE:
    return direction * compare_numbers (tranche_order_get_stage (a), tranche_order_get_stage (b));
  case TRANCHE_SORT_NUMBER:
    return direction * strcmp (tranche_order_get_number (a), tranche_order_get_number (b));
  case TRANCHE_SORT_CUSTOMER:
    return compare_customers (a, b, direction);
  case TRANCHE_SORT_AMOUNT:
    return direction * compare_numbers (tranche_order_get_amount (a)->minor,
                                        tranche_order_get_amount (b)->minor);
  case TRANCHE_SORT_DEADLINE:
    return compare_deadlines (a, b, direction);
  case TRANCHE_SORT_CHECKED:
    return compare_times (tranche_order_get_checked_at (a), tranche_order_get_checked_at (b),
                          direction);
  case TRANCHE_SORT_ACCOUNT:
    return compare_accounts (a, b, direction);
  default:
    g_assert_not_reached ();
  }
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  const Known *known_a = *(const Known *const *) a;
  const Known *known_b = *(const Known *const *) b;
  const Sorting *sorting = user_data;
  int result = compare_keys (known_a, known_b, sorting);

  if (result != 0)
    return result;
  return sorting->direction * compare_numbers (tranche_order_get_id (known_a->order),
                                               tranche_order_get_id (known_b->order));
}

static gboolean
is_let_through (const Known              *known,
                const TrancheOrderFilter *filter)
{
  gint64 created = g_date_time_to_unix_usec (tranche_order_get_created_at (known->order));
  const TrancheMoney *amount = tranche_order_get_amount (known->order);
  guint stage = 1u << tranche_order_get_stage (known->order);

  return (filter->stages == 0 || (filter->stages & stage) != 0) &&
         created >= filter->from && created < filter->until &&
         (!tranche_money_is_set (&filter->least) ||
          (g_str_equal (filter->least.currency, amount->currency) &&
           amount->minor >= filter->least.minor)) &&
         (!tranche_money_is_set (&filter->most) ||
          (g_str_equal (filter->most.currency, amount->currency) &&
           amount->minor <= filter->most.minor));
}

static TrancheOrderFilter
random_filter (Twin *twin)
{
  TrancheOrderFilter filter = TRANCHE_ORDER_FILTER_NONE;

  if (g_rand_boolean (twin->rand))
    return filter;

  for (guint i = 0; i < 2; i++) {
    g_autoptr (GDateTime) time = random_time (twin);
    const char *currency = g_rand_int_range (twin->rand, 0, 4) > 0 ? "RUB" : "UAH";
    TrancheMoney amount = tranche_money (g_rand_int_range (twin->rand, 1, 30) * 10000, currency);

    switch (g_rand_int_range (twin->rand, 0, 5)) {
    case 0:
      filter.stages = (guint) g_rand_int_range (twin->rand, 0, 1 << TRANCHE_N_STAGES);
      break;
    case 1:
      filter.from = g_date_time_to_unix_usec (time);
      break;
    case 2:
      filter.until = g_date_time_to_unix_usec (time);
      break;
    case 3:
      filter.least = amount;
      break;
    default:
      filter.most = amount;
      break;
    }
  }

  return filter;
}

static GPtrArray *
select_known (Twin              *twin,
              TrancheOrderQuery *query)
{
  GPtrArray *selected = g_ptr_array_new ();
  const char *account_id = tranche_order_query_get_account_id (query);
  const char *text = tranche_order_query_get_text (query);
  Sorting sorting = { tranche_order_query_get_sort_key (query),
                      tranche_order_query_get_descending (query) ? -1 : 1 };

  for (guint i = 0; i < twin->known->len; i++) {
    Known *known = g_ptr_array_index (twin->known, i);

    if (is_in_view (twin, known, tranche_order_query_get_view (query)) &&
        (!account_id || g_str_equal (account_id, tranche_order_get_account_id (known->order))) &&
        is_let_through (known, tranche_order_query_get_filter (query)) &&
        (!text || is_found (known, text)))
      g_ptr_array_add (selected, known);
  }

  g_ptr_array_sort_with_data (selected, compare_cb, &sorting);
  return selected;
}

/* Each change of the local day parts the list, and nothing else does. */
static void
check_days (Twin                *twin,
            GPtrArray           *expected,
            TrancheOrderListing *listing)
{
  GTimeZone *zone = g_date_time_get_timezone (twin->now);
  g_autoptr (GDateTime) day = NULL;
  guint n_days = 0;

  for (guint i = 0; i < listing->ids->len; i++) {
    Known *known = g_ptr_array_index (expected, i);
    g_autoptr (GDateTime) created =
      g_date_time_to_timezone (tranche_order_get_created_at (known->order), zone);
    g_autoptr (GDateTime) start =
      g_date_time_new (zone, g_date_time_get_year (created), g_date_time_get_month (created),
                       g_date_time_get_day_of_month (created), 0, 0, 0);

    if (!day || !g_date_time_equal (day, start)) {
      TrancheListDay *begun = &g_array_index (listing->days, TrancheListDay, n_days++);

      g_assert_cmpuint (n_days, <=, listing->days->len);
      g_assert_cmpuint (begun->position, ==, i);
      g_assert_cmpint (begun->start, ==, g_date_time_to_unix_usec (start));
    }
    g_assert_cmpuint (tranche_order_listing_find_day (listing, i), ==, n_days - 1);
    g_clear_pointer (&day, g_date_time_unref);
    day = g_steal_pointer (&start);
  }
  g_assert_cmpuint (n_days, ==, listing->days->len);
}

static void
check_listing (Twin                *twin,
               GPtrArray           *expected,
               guint                limit,
               gboolean             with_days,
               TrancheOrderListing *listing)
{
  g_assert_cmpuint (listing->ids->len, ==,
                    limit > 0 ? MIN (limit, expected->len) : expected->len);
  g_assert_cmpint (listing->complete, ==, listing->ids->len == expected->len);
  for (guint i = 0; i < listing->ids->len; i++) {
    Known *known = g_ptr_array_index (expected, i);

    g_assert_cmpint (g_array_index (listing->ids, gint64, i), ==,
                     tranche_order_get_id (known->order));
  }

  g_assert_cmpint (listing->days != NULL, ==, with_days);
  if (with_days)
    check_days (twin, expected, listing);
}

/* Each way to answer is taken in books of some size only; here in this small one. */
static TrancheOrderListing *
list_within_bounds (Twin              *twin,
                    TrancheOrderQuery *query,
                    guint              limit)
{
  TrancheSelectBounds bounds = {
    .few = (guint) g_rand_int_range (twin->rand, 0, 40),
    .several = (guint) g_rand_int_range (twin->rand, 0, 60),
    .many = (guint) g_rand_int_range (twin->rand, 0, 80),
    .found = (guint) g_rand_int_range (twin->rand, 0, 40),
    .visits = (guint) g_rand_int_range (twin->rand, 1, 100),
    .steps = (guint) g_rand_int_range (twin->rand, 1, 100),
  };
  g_autoptr (GError) error = NULL;
  TrancheOrderListing *listing =
    tranche_order_select_list (twin->sql, query, twin->now, limit, &bounds, &error);

  g_assert_no_error (error);
  g_test_message ("few %u, several %u, many %u, found %u, visits %u, steps %u", bounds.few,
                  bounds.several, bounds.many, bounds.found, bounds.visits, bounds.steps);
  return listing;
}

static void
check_query (Twin *twin)
{
  TrancheOrderFilter filter = random_filter (twin);
  g_autoptr (TrancheOrderQuery) query =
    tranche_order_query_new_filtered (g_rand_int_range (twin->rand, 0, TRANCHE_N_VIEWS),
                                      g_rand_int_range (twin->rand, 0, 4) == 0
                                        ? accounts[g_rand_int_range (twin->rand, 0, 4)] : NULL,
                                      g_rand_boolean (twin->rand)
                                        ? searches[g_rand_int_range (twin->rand, 0,
                                                                     G_N_ELEMENTS (searches))]
                                        : NULL,
                                      &filter,
                                      g_rand_int_range (twin->rand, 0, TRANCHE_SORT_ACCOUNT + 1),
                                      g_rand_boolean (twin->rand));
  guint limit = g_rand_boolean (twin->rand) ? 0 : (guint) g_rand_int_range (twin->rand, 1, 20);
  g_autoptr (GPtrArray) expected = select_known (twin, query);
  g_autoptr (TrancheOrderListing) listing = list_orders (twin->fixture, query, twin->now, limit);
  g_autoptr (TrancheOrderListing) within = NULL;

  g_test_message ("view %d, account %s, text \"%s\", stages %x, sort %d%s, limit %u: %u of %u",
                  tranche_order_query_get_view (query),
                  tranche_order_query_get_account_id (query),
                  tranche_order_query_get_text (query), filter.stages,
                  tranche_order_query_get_sort_key (query),
                  tranche_order_query_get_descending (query) ? " down" : "", limit,
                  listing->ids->len, expected->len);
  within = list_within_bounds (twin, query, limit);
  check_listing (twin, expected, limit, tranche_order_query_has_days (query), listing);
  check_listing (twin, expected, limit, tranche_order_query_has_days (query), within);
}

static void
check_counts (Twin *twin)
{
  g_autoptr (GArray) counts = count_views (twin->fixture, twin->now);

  g_assert_cmpuint (counts->len, ==, TRANCHE_N_VIEWS);
  for (TrancheView view = 0; view < TRANCHE_N_VIEWS; view++) {
    guint expected = 0;

    for (guint i = 0; i < twin->known->len; i++)
      expected += is_in_view (twin, g_ptr_array_index (twin->known, i), view);
    g_assert_cmpuint (g_array_index (counts, guint, view), ==, expected);
  }
}

static void
test_against_plain_list (Fixture       *fixture,
                         gconstpointer  unused)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (3 * 60 * 60);
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2026, 3, 14, 1, 30, 0);
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func ((GDestroyNotify) known_free);
  guint32 seed = g_test_rand_int ();
  g_autoptr (TrancheSql) sql = tranche_sql_open (fixture->path, SQLITE_OPEN_READONLY, NULL);
  Twin twin = { fixture, sql, known, now, g_rand_new_with_seed (seed) };

  g_test_message ("seed %u", seed);
  tranche_order_select_teach (tranche_sql_get_handle (sql));
  save_accounts (&twin);
  for (guint i = 0; i < N_ORDERS; i++)
    add_known (&twin, i);

  for (guint step = 0; step < N_STEPS; step++) {
    change_something (&twin);
    for (guint i = 0; i < QUERIES_A_STEP; i++)
      check_query (&twin);
    check_counts (&twin);
  }

  g_rand_free (twin.rand);
}

/* Clocks of the shop and of the file are not the same: today is the shop's. */
static void
test_today (Fixture       *fixture,
            gconstpointer  unused)
{
  static const struct {
    int hour;       /* of the 14th, UTC */
    gboolean found; /* on the 15th in Vladivostok, UTC+10 */
  } cases[] = {
    { 13, FALSE },
    { 14, TRUE },
    { 23, TRUE },
  };
  g_autoptr (GTimeZone) vladivostok = g_time_zone_new_offset (10 * 60 * 60);
  g_autoptr (GDateTime) now = g_date_time_new (vladivostok, 2026, 3, 15, 9, 0, 0);
  g_autoptr (TrancheOrderQuery) query =
    tranche_order_query_new (TRANCHE_VIEW_TODAY, NULL, NULL, TRANCHE_SORT_CREATED, FALSE);
  g_autoptr (GArray) ids = NULL;
  guint found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *number = g_strdup_printf ("%u", i);
    g_autoptr (TrancheOrder) order = make_order (number);
    g_autoptr (TrancheOrder) added = NULL;
    g_autoptr (GDateTime) created = g_date_time_new_utc (2026, 3, 14, cases[i].hour, 0, 0);

    tranche_order_set_created_at (order, created);
    added = add_order (fixture, order, NULL);
    found += cases[i].found;
  }

  ids = query_ids (fixture, query, now);
  g_assert_cmpuint (ids->len, ==, found);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, 2);
}

/* An operation that a former run left stands among what went wrong. */
static void
test_left_operation (Fixture       *fixture,
                     gconstpointer  unused)
{
  g_autoptr (TrancheOrderQuery) query =
    tranche_order_query_new (TRANCHE_VIEW_NEEDS_ACTION, NULL, NULL, TRANCHE_SORT_URGENCY, FALSE);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 3, 14, 12, 0, 0);
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;
  gint64 ready = add_in_stage (fixture, "1", TRANCHE_STAGE_READY);
  gint64 waiting = add_in_stage (fixture, "2", TRANCHE_STAGE_WAITING);

  g_assert_cmpint (begin_operation (fixture, waiting, TRANCHE_OPERATION_CANCEL, NULL), >, 0);
  before = query_ids (fixture, query, now);
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpint (g_array_index (before, gint64, 0), ==, ready);

  fixture_close (fixture);
  fixture_open (fixture);
  after = query_ids (fixture, query, now);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_cmpint (g_array_index (after, gint64, 0), ==, waiting);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/order-select/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("against-plain-list", test_against_plain_list);
  ADD ("today", test_today);
  ADD ("left-operation", test_left_operation);

  return g_test_run ();
}
