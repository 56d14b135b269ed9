/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-ledger.h"

#include "demo/demo-clock.h"
#include "demo/demo-member.h"

#define N_EFFECTS (TRANCHE_DEMO_EFFECT_RETURNED + 1)

static const char *const effect_words[] = {
  [TRANCHE_DEMO_EFFECT_CREATED] = "created",
  [TRANCHE_DEMO_EFFECT_FOUND] = "found",
  [TRANCHE_DEMO_EFFECT_COMMITTED] = "committed",
  [TRANCHE_DEMO_EFFECT_CANCELED] = "canceled",
  [TRANCHE_DEMO_EFFECT_REPEATED] = "repeated",
  [TRANCHE_DEMO_EFFECT_RETURNED] = "returned",
};

static const char *const counter_names[] = {
  [TRANCHE_DEMO_EFFECT_CREATED] = "created",
  [TRANCHE_DEMO_EFFECT_FOUND] = "found",
  [TRANCHE_DEMO_EFFECT_COMMITTED] = "commits",
  [TRANCHE_DEMO_EFFECT_CANCELED] = "cancels",
  [TRANCHE_DEMO_EFFECT_REPEATED] = "repeats",
  [TRANCHE_DEMO_EFFECT_RETURNED] = "returns",
};

typedef struct {
  TrancheDemoEffect effect;
  gint64 at;
  guint64 request;
  /* Of a return only. */
  char *return_id;
  TrancheMoney amount;
} Event;

typedef struct {
  char *bank;
  char *id;
  char *number;
  guint counts[N_EFFECTS];
  TrancheMoney returned;
  GArray *events;
} Page;

typedef struct {
  char *method;
  char *route;
  guint status;
  guint64 count;
} Answers;

struct _TrancheDemoLedger {
  guint64 n_requests;
  guint64 n_ended;
  /* The monotonic times of the requests of the last second. */
  GArray *recent;
  guint peak;
  GPtrArray *answers;
  /* Owns the pages, in the order in which they were begun. */
  GPtrArray *pages;
  /* From bank and id to the page. */
  GHashTable *pages_by_key;
};

static void
event_clear (Event *event)
{
  g_free (event->return_id);
}

static void
page_free (Page *page)
{
  g_free (page->bank);
  g_free (page->id);
  g_free (page->number);
  g_array_unref (page->events);
  g_free (page);
}

static void
answers_free (Answers *answers)
{
  g_free (answers->method);
  g_free (answers->route);
  g_free (answers);
}

TrancheDemoLedger *
tranche_demo_ledger_new (void)
{
  TrancheDemoLedger *self = g_new0 (TrancheDemoLedger, 1);

  self->recent = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) answers_free);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) page_free);
  self->pages_by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
tranche_demo_ledger_free (TrancheDemoLedger *self)
{
  g_array_unref (self->recent);
  g_ptr_array_unref (self->answers);
  g_hash_table_unref (self->pages_by_key);
  g_ptr_array_unref (self->pages);
  g_free (self);
}

guint64
tranche_demo_ledger_begin (TrancheDemoLedger *self,
                           gint64             monotonic_time)
{
  guint n_old = 0;

  while (n_old < self->recent->len &&
         g_array_index (self->recent, gint64, n_old) <= monotonic_time - G_USEC_PER_SEC)
    n_old++;

  g_array_remove_range (self->recent, 0, n_old);
  g_array_append_val (self->recent, monotonic_time);
  self->peak = MAX (self->peak, self->recent->len);

  return ++self->n_requests;
}

void
tranche_demo_ledger_end (TrancheDemoLedger *self,
                         const char        *method,
                         const char        *route,
                         guint              status)
{
  Answers *answers;

  self->n_ended++;

  for (guint i = 0; i < self->answers->len; i++) {
    answers = g_ptr_array_index (self->answers, i);

    if (answers->status == status && g_str_equal (answers->method, method) &&
        g_str_equal (answers->route, route)) {
      answers->count++;
      return;
    }
  }

  answers = g_new0 (Answers, 1);
  answers->method = g_strdup (method);
  answers->route = g_strdup (route);
  answers->status = status;
  answers->count = 1;
  g_ptr_array_add (self->answers, answers);
}

static Page *
open_page (TrancheDemoLedger *self,
           const char        *bank,
           const char        *id,
           const char        *number)
{
  g_autofree char *key = g_strconcat (bank, " ", id, NULL);
  Page *page = g_hash_table_lookup (self->pages_by_key, key);

  if (page)
    return page;

  page = g_new0 (Page, 1);
  page->bank = g_strdup (bank);
  page->id = g_strdup (id);
  page->number = g_strdup (number);
  page->events = g_array_new (FALSE, FALSE, sizeof (Event));
  g_array_set_clear_func (page->events, (GDestroyNotify) event_clear);
  g_ptr_array_add (self->pages, page);
  g_hash_table_insert (self->pages_by_key, g_steal_pointer (&key), page);

  return page;
}

static void
append_event (Page  *page,
              Event  event)
{
  event.at = g_get_real_time ();
  page->counts[event.effect]++;
  g_array_append_val (page->events, event);
}

void
tranche_demo_ledger_note (TrancheDemoLedger *self,
                          guint64            request,
                          const char        *bank,
                          const char        *id,
                          const char        *number,
                          TrancheDemoEffect  effect)
{
  append_event (open_page (self, bank, id, number),
                (Event) { .effect = effect, .request = request });
}

void
tranche_demo_ledger_note_refusal (TrancheDemoLedger *self,
                                  guint64            request,
                                  const char        *bank,
                                  const char        *id,
                                  const char        *number,
                                  TrancheDemoEffect  effect)
{
  Page *page = open_page (self, bank, id, number);

  if (page->counts[effect] > 0)
    append_event (page, (Event) { .effect = TRANCHE_DEMO_EFFECT_REPEATED, .request = request });
}

void
tranche_demo_ledger_note_return (TrancheDemoLedger  *self,
                                 guint64             request,
                                 const char         *bank,
                                 const char         *id,
                                 const char         *number,
                                 const char         *return_id,
                                 const TrancheMoney *amount)
{
  Page *page = open_page (self, bank, id, number);

  if (!tranche_money_is_set (&page->returned))
    page->returned = *amount;
  else if (!tranche_money_add (&page->returned, amount, &page->returned, NULL))
    g_return_if_reached ();

  append_event (page, (Event) {
    .effect = TRANCHE_DEMO_EFFECT_RETURNED,
    .request = request,
    .return_id = g_strdup (return_id),
    .amount = *amount,
  });
}

static void
write_event (TrancheJsonWriter *writer,
             const Event       *event)
{
  tranche_json_writer_begin_object (writer);
  tranche_demo_member_string (writer, "effect", effect_words[event->effect]);
  tranche_demo_member_time (writer, "at", event->at);
  tranche_demo_member_integer (writer, "request", event->request);
  if (event->effect == TRANCHE_DEMO_EFFECT_RETURNED) {
    tranche_demo_member_string (writer, "return_id", event->return_id);
    tranche_demo_member_money (writer, "amount", &event->amount);
  }
  tranche_json_writer_end_object (writer);
}

static void
write_page (TrancheJsonWriter *writer,
            const Page        *page)
{
  tranche_json_writer_begin_object (writer);
  tranche_demo_member_string (writer, "bank", page->bank);
  tranche_demo_member_string (writer, "id", page->id);
  tranche_demo_member_string (writer, "number", page->number);
  for (gsize i = 0; i < N_EFFECTS; i++)
    tranche_demo_member_integer (writer, counter_names[i], page->counts[i]);
  tranche_demo_member_money (writer, "returned", &page->returned);

  tranche_json_writer_add_name (writer, "effects");
  tranche_json_writer_begin_array (writer);
  for (guint i = 0; i < page->events->len; i++)
    write_event (writer, &g_array_index (page->events, Event, i));
  tranche_json_writer_end_array (writer);
  tranche_json_writer_end_object (writer);
}

static void
write_answers (TrancheJsonWriter *writer,
               const Answers     *answers)
{
  tranche_json_writer_begin_object (writer);
  tranche_demo_member_string (writer, "method", answers->method);
  tranche_demo_member_string (writer, "route", answers->route);
  tranche_demo_member_integer (writer, "status", answers->status);
  tranche_demo_member_integer (writer, "count", answers->count);
  tranche_json_writer_end_object (writer);
}

static void
write_requests (TrancheDemoLedger *self,
                TrancheJsonWriter *writer)
{
  tranche_json_writer_begin_object (writer);
  tranche_demo_member_integer (writer, "total", self->n_requests);
  tranche_demo_member_integer (writer, "in_progress", self->n_requests - self->n_ended);
  tranche_demo_member_integer (writer, "peak_per_second", self->peak);

  tranche_json_writer_add_name (writer, "answers");
  tranche_json_writer_begin_array (writer);
  for (guint i = 0; i < self->answers->len; i++)
    write_answers (writer, g_ptr_array_index (self->answers, i));
  tranche_json_writer_end_array (writer);
  tranche_json_writer_end_object (writer);
}

char *
tranche_demo_ledger_to_json (TrancheDemoLedger *self)
{
  g_autoptr (TrancheJsonWriter) writer = tranche_json_writer_new ();

  tranche_json_writer_begin_object (writer);
  tranche_json_writer_add_name (writer, "requests");
  write_requests (self, writer);

  tranche_json_writer_add_name (writer, "orders");
  tranche_json_writer_begin_array (writer);
  for (guint i = 0; i < self->pages->len; i++)
    write_page (writer, g_ptr_array_index (self->pages, i));
  tranche_json_writer_end_array (writer);
  tranche_json_writer_end_object (writer);

  return tranche_json_writer_finish (g_steal_pointer (&writer));
}
