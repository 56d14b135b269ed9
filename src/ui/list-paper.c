/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/list-paper.h"

#include <glib/gi18n.h>

#include "ui/format.h"
#include "ui/order-sums.h"

typedef struct {
  PangoWeight weight;
  double size;
} Font;

static const Font title_font = { PANGO_WEIGHT_BOLD, 15 };
static const Font subtitle_font = { PANGO_WEIGHT_NORMAL, 9 };
static const Font heading_font = { PANGO_WEIGHT_BOLD, 8 };
static const Font text_font = { PANGO_WEIGHT_NORMAL, 8 };
static const Font total_font = { PANGO_WEIGHT_BOLD, 9 };
static const Font foot_font = { PANGO_WEIGHT_NORMAL, 7.5 };

/* What each column gets of the width; 0 for those of figures, which are as wide as
 * the longest, for none of them may be cut off. */
static const double shares[TRANCHE_N_ORDER_FIELDS] = {
  [TRANCHE_ORDER_FIELD_STAGE] = 17,
  [TRANCHE_ORDER_FIELD_NUMBER] = 18,
  [TRANCHE_ORDER_FIELD_CUSTOMER] = 24,
  [TRANCHE_ORDER_FIELD_GOODS] = 26,
  [TRANCHE_ORDER_FIELD_AMOUNT] = 0,
  [TRANCHE_ORDER_FIELD_ACCOUNT] = 19,
  [TRANCHE_ORDER_FIELD_CREATED] = 0,
  [TRANCHE_ORDER_FIELD_DEADLINE] = 14,
  [TRANCHE_ORDER_FIELD_CHECKED] = 0,
};

#define COLUMN_GAP 8.0
#define ROW_ROOM 3.0
#define HEAD_GAP 2.0
#define HEAD_ROOM 10.0
#define FOOT_ROOM 18.0
#define RULE_WIDTH 0.5
#define GREY 0.35
#define LIGHT_GREY 0.8

struct _TrancheListPaper {
  GObject parent_instance;

  const TrancheListOnPaper *list; /* unowned */
  PangoContext *context;
  double width;
  double height;
  double line;  /* the height of a row, and of the headings */
  double first; /* where the headings stand on the first page */
  guint n_rows_first;
  guint n_rows;
  guint n_pages;
  double widths[TRANCHE_N_ORDER_FIELDS];
};

G_DEFINE_FINAL_TYPE (TrancheListPaper, tranche_list_paper, G_TYPE_OBJECT)

void
tranche_list_on_paper_free (TrancheListOnPaper *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_pointer (&self->orders, g_ptr_array_unref);
  g_clear_pointer (&self->account_labels, g_hash_table_unref);
  g_clear_pointer (&self->now, g_date_time_unref);
  g_free (self);
}

/* With the day in figures, as narrow columns need it. */
static char *
full_time (GDateTime *time)
{
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  /* Translators: a day and a time in a narrow column on paper, such as “03.12.2026 14:05”:
   * %x is the day as the language of the system writes it in figures. */
  return local != NULL ? g_date_time_format (local, _("%x %H:%M")) : g_strdup ("");
}

char *
tranche_list_paper_cell_text (const TrancheListOnPaper *list,
                              guint                     row,
                              TrancheOrderField         field)
{
  TrancheOrder *order;

  g_return_val_if_fail (list != NULL && row < list->orders->len, NULL);

  order = list->orders->pdata[row];
  if (field == TRANCHE_ORDER_FIELD_CREATED)
    return full_time (tranche_order_get_created_at (order));
  if (field == TRANCHE_ORDER_FIELD_CHECKED)
    return full_time (tranche_order_get_checked_at (order));

  return tranche_order_field_text (field, order, TRANCHE_OPERATION_NONE,
                                   g_hash_table_lookup (list->account_labels,
                                                        tranche_order_get_account_id (order)),
                                   list->now);
}

char *
tranche_list_paper_total_text (const TrancheListOnPaper *list)
{
  g_autofree char *sums = tranche_order_sums (list->orders);
  g_autofree char *count = g_strdup_printf (ngettext ("%u order", "%u orders", list->orders->len),
                                            list->orders->len);

  return *sums != '\0' ? g_strjoin (" · ", count, sums, NULL) : g_steal_pointer (&count);
}

static PangoLayout *
make_layout (TrancheListPaper *self,
             const char       *text,
             const Font       *font,
             double            width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) description = pango_font_description_new ();

  pango_font_description_set_family (description, "Sans");
  pango_font_description_set_weight (description, font->weight);
  pango_font_description_set_size (description, (int) (font->size * PANGO_SCALE));
  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

static double
layout_height (PangoLayout *layout)
{
  int height = 0;

  pango_layout_get_size (layout, NULL, &height);

  return (double) height / PANGO_SCALE;
}

static double
line_height (TrancheListPaper *self,
             const Font       *font)
{
  g_autoptr (PangoLayout) layout = make_layout (self, "Ау", font, self->width);

  return layout_height (layout);
}

/* Room for rows below @top, of which the headings take one. */
static guint
rows_below (TrancheListPaper *self,
            double            top)
{
  double room = self->height - FOOT_ROOM - top - self->line;

  return room < self->line ? 1 : (guint) (room / self->line);
}

/* The totals stand in a row of their own. */
static void
paginate (TrancheListPaper *self)
{
  guint n_lines = self->list->orders->len + 1;

  self->line = line_height (self, &text_font) + ROW_ROOM;
  self->first = line_height (self, &title_font) + HEAD_GAP + line_height (self, &subtitle_font) + HEAD_ROOM;
  self->n_rows_first = rows_below (self, self->first);
  self->n_rows = rows_below (self, 0);
  self->n_pages = 1;
  if (n_lines > self->n_rows_first)
    self->n_pages += (n_lines - self->n_rows_first + self->n_rows - 1) / self->n_rows;
}

static double
text_width (TrancheListPaper *self,
            const char       *text,
            const Font       *font)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, font, self->width);
  int width = 0;

  pango_layout_get_size (layout, &width, NULL);

  /* Where it just fits, rounding cuts it off. */
  return (double) width / PANGO_SCALE + 1;
}

/* Of figures, which are all about as wide, that with the most of them. */
static double
longest_width (TrancheListPaper  *self,
               TrancheOrderField  field)
{
  g_autofree char *longest = g_strdup ("");

  for (guint row = 0; row < self->list->orders->len; row++) {
    g_autofree char *text = tranche_list_paper_cell_text (self->list, row, field);

    if (g_utf8_strlen (text, -1) > g_utf8_strlen (longest, -1))
      g_set_str (&longest, text);
  }

  return MAX (text_width (self, longest, &text_font),
              text_width (self, tranche_order_field_title (field), &heading_font));
}

static void
measure_columns (TrancheListPaper *self)
{
  GArray *fields = self->list->fields;
  double room = self->width - COLUMN_GAP * (fields->len - 1);
  double all = 0;

  for (guint i = 0; i < fields->len; i++) {
    TrancheOrderField field = g_array_index (fields, TrancheOrderField, i);

    all += shares[field];
    if (shares[field] > 0)
      continue;
    self->widths[field] = longest_width (self, field);
    room -= self->widths[field];
  }

  for (guint i = 0; i < fields->len; i++) {
    TrancheOrderField field = g_array_index (fields, TrancheOrderField, i);

    if (shares[field] > 0)
      self->widths[field] = MAX (room, 0) * shares[field] / all;
  }
}

static void
tranche_list_paper_finalize (GObject *object)
{
  g_clear_object (&TRANCHE_LIST_PAPER (object)->context);

  G_OBJECT_CLASS (tranche_list_paper_parent_class)->finalize (object);
}

static void
tranche_list_paper_class_init (TrancheListPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_list_paper_finalize;
}

static void
tranche_list_paper_init (TrancheListPaper *self)
{
}

TrancheListPaper *
tranche_list_paper_new (PangoContext             *context,
                        const TrancheListOnPaper *list,
                        double                    width,
                        double                    height)
{
  TrancheListPaper *self;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (list != NULL, NULL);

  self = g_object_new (TRANCHE_TYPE_LIST_PAPER, NULL);
  self->context = g_object_ref (context);
  self->list = list;
  self->width = width;
  self->height = height;
  paginate (self);
  measure_columns (self);

  return self;
}

guint
tranche_list_paper_get_n_pages (TrancheListPaper *self)
{
  g_return_val_if_fail (TRANCHE_IS_LIST_PAPER (self), 0);

  return self->n_pages;
}

double
tranche_list_paper_get_column_width (TrancheListPaper  *self,
                                     TrancheOrderField  field)
{
  g_return_val_if_fail (TRANCHE_IS_LIST_PAPER (self), 0);
  g_return_val_if_fail (field < TRANCHE_N_ORDER_FIELDS, 0);

  return self->widths[field];
}

static double
draw_text (TrancheListPaper *self,
           cairo_t          *cr,
           const char       *text,
           const Font       *font,
           PangoAlignment    alignment,
           double            x,
           double            y,
           double            width)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, font, width);

  pango_layout_set_alignment (layout, alignment);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);

  return layout_height (layout);
}

static void
draw_rule (TrancheListPaper *self,
           cairo_t          *cr,
           double            y,
           double            grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_set_line_width (cr, RULE_WIDTH);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, self->width, y);
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
}

/* The headings with -1, or the row of that number. */
static void
draw_cells (TrancheListPaper *self,
            cairo_t          *cr,
            int               row,
            double            y)
{
  GArray *fields = self->list->fields;
  double x = 0;

  for (guint i = 0; i < fields->len; i++) {
    TrancheOrderField field = g_array_index (fields, TrancheOrderField, i);
    double width = self->widths[field];
    g_autofree char *text = row < 0 ? g_strdup (tranche_order_field_title (field))
                                    : tranche_list_paper_cell_text (self->list, (guint) row, field);

    draw_text (self, cr, text, row < 0 ? &heading_font : &text_font,
               field == TRANCHE_ORDER_FIELD_AMOUNT ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT,
               x, y, width);
    x += width + COLUMN_GAP;
  }
}

static void
draw_head (TrancheListPaper *self,
           cairo_t          *cr)
{
  double y = draw_text (self, cr, self->list->title, &title_font, PANGO_ALIGN_LEFT, 0, 0, self->width);

  cairo_set_source_rgb (cr, GREY, GREY, GREY);
  draw_text (self, cr, self->list->subtitle, &subtitle_font, PANGO_ALIGN_LEFT, 0, y + HEAD_GAP,
             self->width);
  cairo_set_source_rgb (cr, 0, 0, 0);
}

static void
draw_foot (TrancheListPaper *self,
           cairo_t          *cr,
           guint             page)
{
  g_autofree char *time = tranche_format_date_time (self->list->now);
  g_autofree char *left = g_strjoin (" · ", self->list->title, time, NULL);
  g_autofree char *right = NULL;
  double y = self->height - line_height (self, &foot_font);

  /* Translators: at the foot of a printed page, such as "Page 1 of 2" */
  right = g_strdup_printf (_("Page %u of %u"), page + 1, self->n_pages);
  cairo_set_source_rgb (cr, GREY, GREY, GREY);
  draw_text (self, cr, left, &foot_font, PANGO_ALIGN_LEFT, 0, y, self->width * 0.75);
  draw_text (self, cr, right, &foot_font, PANGO_ALIGN_RIGHT, 0, y, self->width);
  cairo_set_source_rgb (cr, 0, 0, 0);
}

static void
draw_total (TrancheListPaper *self,
            cairo_t          *cr,
            double            y)
{
  g_autofree char *text = tranche_list_paper_total_text (self->list);

  draw_rule (self, cr, y, 0);
  draw_text (self, cr, text, &total_font, PANGO_ALIGN_RIGHT, 0, y + ROW_ROOM / 2, self->width);
}

void
tranche_list_paper_draw (TrancheListPaper *self,
                         cairo_t          *cr,
                         guint             page)
{
  guint first, n;
  double y;

  g_return_if_fail (TRANCHE_IS_LIST_PAPER (self));
  g_return_if_fail (page < self->n_pages);

  first = page == 0 ? 0 : self->n_rows_first + (page - 1) * self->n_rows;
  n = page == 0 ? self->n_rows_first : self->n_rows;
  y = page == 0 ? self->first : 0;

  cairo_set_source_rgb (cr, 0, 0, 0);
  if (page == 0)
    draw_head (self, cr);
  draw_cells (self, cr, -1, y);
  y += self->line;
  draw_rule (self, cr, y - ROW_ROOM / 2, 0);

  for (guint row = first; row < first + n && row < self->list->orders->len; row++) {
    if (row > first)
      draw_rule (self, cr, y - ROW_ROOM / 2, LIGHT_GREY);
    draw_cells (self, cr, (int) row, y);
    y += self->line;
  }

  if (page + 1 == self->n_pages)
    draw_total (self, cr, y);
  draw_foot (self, cr, page);
}
