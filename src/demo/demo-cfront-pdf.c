/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-cfront-pdf.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

/* A4 and everything on it, in points. */
#define PAGE_WIDTH   595.28
#define PAGE_HEIGHT  841.89
#define MARGIN       48.0
#define VALUE_LEFT   226.0
#define LINE_GAP     2.0
#define SECTION_GAP  9.0
/* A heading is not left alone at the end of a page. */
#define HEADING_ROOM 48.0

#define TITLE_FONT   "Sans Bold 14"
#define HEADING_FONT "Sans Bold 9"
#define TEXT_FONT    "Sans 9"
#define SMALL_FONT   "Sans 7"

/* A page that is being written from top to bottom. */
typedef struct {
  cairo_t *cairo;
  double y;
} Page;

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static PangoLayout *
lay_out (Page       *page,
         const char *font,
         const char *text,
         double      width)
{
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);
  PangoLayout *layout = pango_cairo_create_layout (page->cairo);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, pango_units_from_double (width));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return pango_units_to_double (height);
}

static void
make_room (Page   *page,
           double  height)
{
  if (page->y + height <= PAGE_HEIGHT - MARGIN)
    return;

  cairo_show_page (page->cairo);
  page->y = MARGIN;
}

static void
show (Page        *page,
      PangoLayout *layout,
      double       x)
{
  cairo_move_to (page->cairo, x, page->y);
  pango_cairo_show_layout (page->cairo, layout);
}

static void
add_text (Page       *page,
          const char *font,
          const char *text)
{
  g_autoptr (PangoLayout) layout = lay_out (page, font, text, PAGE_WIDTH - 2 * MARGIN);
  double height = get_height (layout);

  make_room (page, height);
  show (page, layout, MARGIN);
  page->y += height + LINE_GAP;
}

static void
add_heading (Page       *page,
             const char *text)
{
  page->y += SECTION_GAP;
  make_room (page, HEADING_ROOM);
  add_text (page, HEADING_FONT, text);
}

/* Nothing is written of what is not known. */
static void
add_row (Page       *page,
         const char *name,
         const char *value)
{
  g_autoptr (PangoLayout) name_layout = NULL;
  g_autoptr (PangoLayout) value_layout = NULL;
  double height;

  if (!value)
    return;

  name_layout = lay_out (page, TEXT_FONT, name, VALUE_LEFT - MARGIN - LINE_GAP);
  value_layout = lay_out (page, TEXT_FONT, value, PAGE_WIDTH - MARGIN - VALUE_LEFT);
  height = MAX (get_height (name_layout), get_height (value_layout));
  make_room (page, height);
  show (page, name_layout, MARGIN);
  show (page, value_layout, VALUE_LEFT);
  page->y += height + LINE_GAP;
}

static char *
format_money (const TrancheMoney *amount)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ",%02d\u00a0грн", amount->minor / 100,
                          (int) (amount->minor % 100));
}

static void
add_money (Page               *page,
           const char         *name,
           const TrancheMoney *amount)
{
  g_autofree char *value = format_money (amount);

  add_row (page, name, value);
}

/* From yyyy-MM-dd to dd.MM.yyyy. */
static char *
format_date (const char *date)
{
  return g_strdup_printf ("%.2s.%.2s.%.4s", date + 8, date + 5, date);
}

static void
add_date (Page       *page,
          const char *name,
          const char *date)
{
  g_autofree char *value = date ? format_date (date) : NULL;

  add_row (page, name, value);
}

static void
add_title (Page                          *page,
           const TrancheDemoCfrontLetter *letter)
{
  g_autofree char *date = format_date (letter->answered_at);
  g_autofree char *shop_date = format_date (TRANCHE_DEMO_CFRONT_SHOP_DATE);
  g_autofree char *origin =
    g_strdup_printf ("№\u00a0%s від %s, до договору з торговцем №\u00a0%s від %s", letter->order->contract,
                     date, TRANCHE_DEMO_CFRONT_SHOP_CONTRACT, shop_date);

  add_text (page, HEADING_FONT,
            TRANCHE_DEMO_CFRONT_BANK_NAME ", ЄДРПОУ " TRANCHE_DEMO_CFRONT_BANK_CODE);
  page->y += SECTION_GAP;
  add_text (page, TITLE_FONT, "Гарантійний лист");
  add_text (page, TEXT_FONT, origin);
  page->y += SECTION_GAP;
  add_text (page, TEXT_FONT,
            "Банк гарантує оплату товарів, придбаних клієнтом за програмою «Покупка частинами»:");
}

static void
add_customer (Page                          *page,
              const TrancheDemoCfrontPerson *person)
{
  const TrancheDemoCfrontDocument *document = &person->document;
  g_autofree char *name = tranche_customer_get_full_name (person->customer);

  add_heading (page, "Клієнт");
  add_row (page, "ПІБ", name);
  add_row (page, "ІПН", person->customer->tax_code);
  add_row (page, "Документ", document->title);
  add_row (page, "Серія", document->series);
  add_row (page, "Номер", document->number);
  add_row (page, "Ким виданий", document->issued);
  add_date (page, "Дата видачі", document->date_of_issue);
  add_date (page, "Дійсний до", document->valid_until);
  add_row (page, "Запис у реєстрі", document->registry_number);
}

static void
add_goods (Page      *page,
           GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++) {
    TrancheOrderItem *item = g_ptr_array_index (items, i);
    g_autofree char *price = format_money (tranche_order_item_get_price (item));
    g_autofree char *text =
      g_strdup_printf ("%s — %" G_GINT64_FORMAT " × %s", tranche_order_item_get_name (item),
                       tranche_order_item_get_quantity (item), price);

    add_row (page, i == 0 ? "Товари" : "", text);
  }
}

static void
add_order (Page                          *page,
           const TrancheDemoCfrontLetter *letter)
{
  const TrancheDemoCfrontOrder *order = letter->order;
  g_autofree char *parts = g_strdup_printf ("%u", order->parts);

  add_heading (page, "Рахунок");
  add_row (page, "Номер", letter->invoice_number);
  add_date (page, "Дата", letter->invoice_date);
  add_money (page, "Сума", &order->application->sum);
  add_goods (page, order->application->items);

  add_heading (page, "Кредит");
  add_row (page, "Договір", order->contract);
  add_date (page, "Дата", letter->agreement_date);
  add_money (page, "Сума кредиту", &order->application->sum);
  add_money (page, "Початковий внесок", &letter->initial_sum);
  add_row (page, "Кількість платежів", parts);
  add_row (page, "Продукт", order->application->product);
}

static void
add_payee (Page *page)
{
  add_heading (page, "Отримувач коштів");
  add_row (page, "Назва", TRANCHE_DEMO_CFRONT_PAYEE_NAME);
  add_row (page, "ЄДРПОУ", TRANCHE_DEMO_CFRONT_PAYEE_CODE);
  add_row (page, "Банк", TRANCHE_DEMO_CFRONT_PAYEE_BANK);
  add_row (page, "МФО", TRANCHE_DEMO_CFRONT_PAYEE_MFO);
  add_row (page, "Рахунок", TRANCHE_DEMO_CFRONT_PAYEE_ACCOUNT);
}

static void
write_letter (Page                          *page,
              const TrancheDemoCfrontLetter *letter)
{
  add_title (page, letter);
  add_customer (page, letter->order->person);
  add_order (page, letter);
  add_payee (page);
  add_heading (page, "Уповноважена особа банку");
  add_row (page, "ПІБ", TRANCHE_DEMO_CFRONT_EXECUTIVE);
  add_row (page, "Підпис", letter->sign);
  add_row (page, "Печатка", letter->stamp);
  page->y += SECTION_GAP;
  add_text (page, SMALL_FONT,
            "Лист демонстраційного банку, для навчання: нікого ні до чого не зобов’язує.");
}

GBytes *
tranche_demo_cfront_pdf_new (const TrancheDemoCfrontLetter *letter)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (append_cb, bytes, PAGE_WIDTH, PAGE_HEIGHT);
  Page page = { cairo_create (surface), MARGIN };

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, "Гарантійний лист");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, letter->answered_at);
  write_letter (&page, letter);

  cairo_destroy (page.cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}
