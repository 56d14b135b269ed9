/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-form.h"

/* The page comes again by itself, for the simulated customer may be at work. */
#define PAGE_HEAD \
  "<!DOCTYPE html>\n" \
  "<html lang=\"ru\"><head><meta charset=\"utf-8\">" \
  "<meta name=\"viewport\" content=\"width=device-width\">" \
  "<meta http-equiv=\"refresh\" content=\"5\">" \
  "<title>Заявка на рассрочку</title><style>" \
  ":root{color-scheme:light dark}" \
  "body{font:1rem/1.5 sans-serif;max-width:32rem;margin:2rem auto;padding:0 1rem}" \
  "table{border-collapse:collapse;width:100%}td{border-top:1px solid #8886;padding:.4rem 0}" \
  "td:last-child{text-align:right;white-space:nowrap}form{margin:1.5rem 0}" \
  "button{font:inherit;padding:.5rem 1rem;margin:.25rem .25rem .25rem 0}" \
  ".note{opacity:.7;font-size:.85rem}" \
  "</style></head><body>\n"

#define PAGE_POLICY \
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'"

static const struct {
  TrancheDemoAct act;
  const char *label;
} buttons[] = {
  { TRANCHE_DEMO_ACT_CONFIRM, "Ввести код из СМС" },
  { TRANCHE_DEMO_ACT_APPROVE, "Получить одобрение банка" },
  { TRANCHE_DEMO_ACT_APPOINT, "Назначить встречу" },
  { TRANCHE_DEMO_ACT_SIGN, "Подписать" },
  { TRANCHE_DEMO_ACT_REJECT, "Получить отказ всех банков" },
  { TRANCHE_DEMO_ACT_CANCEL, "Отменить заявку" },
  { TRANCHE_DEMO_ACT_END_COOLING, "Закончить период охлаждения" },
};

static const char *
describe_status (const TrancheDemoOrder *order,
                 gint64                  now)
{
  switch (order->status) {
  case TRANCHE_DEMO_STATUS_NEW:
    return "Введите код из СМС";
  case TRANCHE_DEMO_STATUS_INPROGRESS:
    return "Ждём решения банков";
  case TRANCHE_DEMO_STATUS_APPROVED:
    return "Одобрено, осталось подписать";
  case TRANCHE_DEMO_STATUS_SIGNED:
    if (order->committed)
      return "Подписано, магазин подтвердил заказ";
    return tranche_demo_order_is_cooling (order, now) ? "Подписано, идёт период охлаждения"
                                                      : "Подписано";
  case TRANCHE_DEMO_STATUS_CANCELED:
    return "Заявка отменена";
  case TRANCHE_DEMO_STATUS_REJECTED:
    return "Банки отказали";
  default:
    g_return_val_if_reached (NULL);
  }
}

/* "2 499,99 ₽" */
static char *
format_money (const TrancheMoney *money)
{
  g_autofree char *decimal = tranche_money_to_decimal (money);
  const char *point = strchr (decimal, '.');
  gsize whole = point ? (gsize) (point - decimal) : strlen (decimal);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < whole; i++) {
    if (i > 0 && (whole - i) % 3 == 0)
      g_string_append (text, "\u00a0");
    g_string_append_c (text, decimal[i]);
  }

  if (point)
    g_string_append_printf (text, ",%-2s", point + 1);
  if (point && strlen (point + 1) == 1)
    text->str[text->len - 1] = '0';
  g_string_append (text, "\u00a0₽");

  return g_string_free (text, FALSE);
}

static void
append_row (GString            *page,
            const char         *name,
            gint64              quantity,
            const TrancheMoney *amount)
{
  g_autofree char *escaped = g_markup_escape_text (name, -1);
  g_autofree char *money = format_money (amount);

  g_string_append_printf (page, "<tr><td>%s", escaped);
  if (quantity > 1)
    g_string_append_printf (page, " × %" G_GINT64_FORMAT, quantity);
  g_string_append_printf (page, "</td><td>%s</td></tr>\n", money);
}

static void
append_goods (GString                      *page,
              const TrancheDemoApplication *application)
{
  g_string_append (page, "<table>\n");

  for (guint i = 0; i < application->items->len; i++) {
    TrancheOrderItem *item = g_ptr_array_index (application->items, i);
    TrancheMoney total = TRANCHE_MONEY_UNSET;

    if (tranche_order_item_get_total (item, &total, NULL))
      append_row (page, tranche_order_item_get_name (item),
                  tranche_order_item_get_quantity (item), &total);
  }

  append_row (page, "Итого", 1, &application->sum);
  g_string_append (page, "</table>\n");
}

static void
append_buttons (GString                *page,
                const TrancheDemoOrder *order,
                gint64                  now)
{
  gsize n_buttons = 0;

  g_string_append (page, "<form method=\"post\">\n");

  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++) {
    if (!tranche_demo_order_may (order, buttons[i].act, now))
      continue;

    g_string_append_printf (page, "<button name=\"do\" value=\"%s\">%s</button>\n",
                            tranche_demo_act_to_nick (buttons[i].act), buttons[i].label);
    n_buttons++;
  }

  g_string_append (page, "</form>\n");
  if (n_buttons > 0)
    g_string_append (page, "<p class=\"note\">Это демо-банк: здесь можно сыграть покупателя и "
                           "банк. После первой кнопки покупатель сам больше ничего "
                           "не делает.</p>\n");
}

static void
append_way_back (GString                *page,
                 const TrancheDemoOrder *order)
{
  g_autofree char *escaped = NULL;
  const char *url = NULL;

  if (order->status == TRANCHE_DEMO_STATUS_SIGNED)
    url = order->application->success_url;
  else if (order->status == TRANCHE_DEMO_STATUS_REJECTED)
    url = order->application->fail_url;
  else if (order->status == TRANCHE_DEMO_STATUS_CANCELED)
    url = order->application->return_url;

  if (!url)
    return;

  escaped = g_markup_escape_text (url, -1);
  g_string_append_printf (page, "<p><a href=\"%s\" rel=\"noreferrer\">Вернуться в магазин</a></p>\n",
                          escaped);
}

static char *
make_page (const TrancheDemoOrder *order,
           gint64                  now)
{
  GString *page = g_string_new (PAGE_HEAD);
  g_autofree char *number = g_markup_escape_text (order->number, -1);
  g_autofree char *product = g_markup_escape_text (order->application->product->name, -1);

  g_string_append_printf (page, "<h1>Заказ %s</h1>\n<p><strong>%s</strong><br>%s</p>\n",
                          number, describe_status (order, now), product);
  append_goods (page, order->application);
  append_buttons (page, order, now);
  append_way_back (page, order);
  g_string_append (page, "</body></html>\n");

  return g_string_free (page, FALSE);
}

static void
reply_page (TrancheDemoRequest     *request,
            const TrancheDemoOrder *order,
            gint64                  now)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (request->message);
  char *page = make_page (order, now);

  soup_message_headers_replace (headers, "Content-Security-Policy", PAGE_POLICY);
  soup_message_headers_replace (headers, "Cache-Control", "no-store");
  soup_server_message_set_status (request->message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (request->message, "text/html; charset=utf-8",
                                    SOUP_MEMORY_TAKE, page, strlen (page));
}

/* A button that is not possible any more just shows the page as it is now. */
static void
press_button (TrancheDemoRequest *request,
              TrancheDemoOrder   *order,
              gint64              now)
{
  gsize length;
  const char *data = g_bytes_get_data (request->body, &length);
  g_autofree char *text = g_strndup (data, length);
  g_autoptr (GHashTable) form = soup_form_decode (text);
  const char *nick = g_hash_table_lookup (form, "do");
  TrancheDemoAct act;

  if (nick && tranche_demo_act_from_nick (nick, &act))
    tranche_demo_order_act (order, act, 0, now, NULL);

  soup_server_message_set_redirect (request->message, SOUP_STATUS_SEE_OTHER,
                                    g_uri_get_path (soup_server_message_get_uri (request->message)));
}

void
tranche_demo_form_handle (TrancheDemoBank    *bank,
                          TrancheDemoRequest *request)
{
  gint64 now = tranche_demo_clock_now (tranche_demo_bank_get_clock (bank));
  TrancheDemoOrder *order = NULL;

  if (!tranche_demo_request_is_local (request)) {
    tranche_demo_request_refuse (request, SOUP_STATUS_FORBIDDEN, "Only from this computer");
    return;
  }

  if (tranche_demo_request_length (request) == 2)
    order = tranche_demo_bank_find_by_id (bank, request->segments[1]);

  if (!order)
    tranche_demo_request_refuse (request, SOUP_STATUS_NOT_FOUND, "Not Found");
  else if (g_str_equal (request->method, "POST"))
    press_button (request, order, now);
  else if (tranche_demo_request_expect (request, "GET"))
    reply_page (request, order, now);
}
