/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/letter-paper.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/contract-sections.h"

typedef struct {
  const char *family;
  PangoWeight weight;
  double size;
} Font;

static const Font title_font = { "Sans", PANGO_WEIGHT_BOLD, 17 };
static const Font subtitle_font = { "Sans", PANGO_WEIGHT_NORMAL, 10 };
static const Font heading_font = { "Sans", PANGO_WEIGHT_BOLD, 11 };
static const Font text_font = { "Sans", PANGO_WEIGHT_NORMAL, 9.5 };
static const Font code_font = { "Monospace", PANGO_WEIGHT_NORMAL, 7.5 };
static const Font foot_font = { "Sans", PANGO_WEIGHT_NORMAL, 8 };

#define LABEL_SHARE 0.34
#define COLUMN_GAP 14.0
#define ROW_GAP 2.5
#define HEADING_GAP_ABOVE 12.0
#define HEADING_GAP_BELOW 4.0
#define SUBTITLE_GAP_ABOVE 4.0
#define FOOT_ROOM 24.0

/* Wrapping takes the square of the length where there are no words: longer
 * codes are laid out in pieces. */
#define MAX_PIECE_CHARS 1500

#define GREY 0.35
#define RULE_WIDTH 0.5

/* Something that stands on one page as a whole. */
typedef struct {
  PangoLayout *left;  /* (nullable) */
  PangoLayout *right; /* (nullable) */
  guint page;
  double y;
  double gap; /* above it, except at the top of a page */
  gboolean is_heading;
} Block;

struct _TrancheLetterPaper {
  GObject parent_instance;

  PangoContext *context;
  char *title;
  double width;
  double height;
  GArray *blocks;
  guint n_pages;
};

G_DEFINE_FINAL_TYPE (TrancheLetterPaper, tranche_letter_paper, G_TYPE_OBJECT)

static void
block_clear (Block *block)
{
  g_clear_object (&block->left);
  g_clear_object (&block->right);
}

static void
tranche_letter_paper_finalize (GObject *object)
{
  TrancheLetterPaper *self = TRANCHE_LETTER_PAPER (object);

  g_array_unref (self->blocks);
  g_clear_object (&self->context);
  g_free (self->title);

  G_OBJECT_CLASS (tranche_letter_paper_parent_class)->finalize (object);
}

static void
tranche_letter_paper_class_init (TrancheLetterPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_letter_paper_finalize;
}

static void
tranche_letter_paper_init (TrancheLetterPaper *self)
{
  self->blocks = g_array_new (FALSE, TRUE, sizeof (Block));
  g_array_set_clear_func (self->blocks, (GDestroyNotify) block_clear);
}

static double
label_width (TrancheLetterPaper *self)
{
  return self->width * LABEL_SHARE;
}

static double
value_x (TrancheLetterPaper *self)
{
  return label_width (self) + COLUMN_GAP;
}

static double
page_room (TrancheLetterPaper *self)
{
  return self->height - FOOT_ROOM;
}

static PangoLayout *
make_layout (TrancheLetterPaper *self,
             const char         *text,
             int                 length,
             const Font         *font,
             double              width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) description = pango_font_description_new ();

  pango_font_description_set_family (description, font->family);
  pango_font_description_set_weight (description, font->weight);
  pango_font_description_set_size (description, (int) (font->size * PANGO_SCALE));
  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, length);

  return layout;
}

static double
layout_height (PangoLayout *layout)
{
  int height = 0;

  if (layout != NULL)
    pango_layout_get_size (layout, NULL, &height);

  return (double) height / PANGO_SCALE;
}

static double
block_height (const Block *block)
{
  return MAX (layout_height (block->left), layout_height (block->right));
}

/* Where the text of @layout goes on behind what fits into @room; at least one
 * line fits. 0 where all of it does. */
static int
find_break (PangoLayout *layout,
            double       room)
{
  PangoLayoutIter *iter;
  int index = 0;

  if (layout_height (layout) <= room)
    return 0;

  iter = pango_layout_get_iter (layout);
  while (pango_layout_iter_next_line (iter)) {
    PangoRectangle line;

    pango_layout_iter_get_line_extents (iter, NULL, &line);
    index = pango_layout_iter_get_index (iter);
    if ((double) (line.y + line.height) / PANGO_SCALE > room)
      break;
    index = 0;
  }
  pango_layout_iter_free (iter);

  return index;
}

static void
add_heading (TrancheLetterPaper *self,
             const char         *text)
{
  Block block = {
    .left = make_layout (self, text, -1, &heading_font, self->width),
    .gap = HEADING_GAP_ABOVE,
    .is_heading = TRUE,
  };

  g_array_append_val (self->blocks, block);
}

/* How many bytes of @text are laid out at once. */
static int
piece_length (const char *text)
{
  if (g_utf8_strlen (text, -1) <= MAX_PIECE_CHARS)
    return (int) strlen (text);

  return (int) (g_utf8_offset_to_pointer (text, MAX_PIECE_CHARS) - text);
}

/* A value that is longer than a page is continued in further blocks. */
static void
add_fact (TrancheLetterPaper        *self,
          const TrancheContractFact *fact,
          double                     gap)
{
  const Font *font = fact->code ? &code_font : &text_font;
  const char *text = fact->value;
  double width = self->width - value_x (self);
  double room = page_room (self) - HEADING_GAP_ABOVE * 3;
  Block block = { .gap = gap };

  block.left = make_layout (self, fact->label, -1, &text_font, label_width (self));
  while (*text != '\0') {
    int length = piece_length (text);
    g_autoptr (PangoLayout) piece = make_layout (self, text, length, font, width);
    int end = find_break (piece, room);

    block.right = end > 0 ? make_layout (self, text, end, font, width)
                          : g_steal_pointer (&piece);
    g_array_append_val (self->blocks, block);
    block = (Block) { .gap = 0 };
    text += end > 0 ? end : length;
  }
}

static void
add_section (TrancheLetterPaper           *self,
             const TrancheContractSection *section)
{
  add_heading (self, section->title);
  for (guint i = 0; i < section->facts->len; i++)
    add_fact (self, section->facts->pdata[i], i == 0 ? HEADING_GAP_BELOW : ROW_GAP);
}

static void
add_head (TrancheLetterPaper *self,
          const char         *subtitle)
{
  Block title = { .left = make_layout (self, self->title, -1, &title_font, self->width) };
  Block under = {
    .left = make_layout (self, subtitle, -1, &subtitle_font, self->width),
    .gap = SUBTITLE_GAP_ABOVE,
  };

  g_array_append_val (self->blocks, title);
  g_array_append_val (self->blocks, under);
}

/* What has to stay together with the block of this index: a heading is nothing
 * without what follows it. */
static double
height_together (TrancheLetterPaper *self,
                 guint               index)
{
  const Block *block = &g_array_index (self->blocks, Block, index);
  double height = block_height (block);

  if (block->is_heading && index + 1 < self->blocks->len) {
    const Block *next = &g_array_index (self->blocks, Block, index + 1);

    height += next->gap + block_height (next);
  }

  return height;
}

static void
paginate (TrancheLetterPaper *self)
{
  double y = 0;
  guint page = 0;

  for (guint i = 0; i < self->blocks->len; i++) {
    Block *block = &g_array_index (self->blocks, Block, i);
    double top = y > 0 ? y + block->gap : 0;

    if (y > 0 && top + height_together (self, i) > page_room (self)) {
      page++;
      top = 0;
    }

    block->page = page;
    block->y = top;
    y = top + block_height (block);
  }

  self->n_pages = page + 1;
}

TrancheLetterPaper *
tranche_letter_paper_new (PangoContext *context,
                          const char   *title,
                          const char   *subtitle,
                          GPtrArray    *sections,
                          double        width,
                          double        height)
{
  TrancheLetterPaper *self;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (title != NULL && subtitle != NULL && sections != NULL, NULL);

  self = g_object_new (TRANCHE_TYPE_LETTER_PAPER, NULL);
  self->context = g_object_ref (context);
  self->title = g_strdup (title);
  self->width = width;
  self->height = height;

  add_head (self, subtitle);
  for (guint i = 0; i < sections->len; i++)
    add_section (self, sections->pdata[i]);
  paginate (self);

  return self;
}

guint
tranche_letter_paper_get_n_pages (TrancheLetterPaper *self)
{
  g_return_val_if_fail (TRANCHE_IS_LETTER_PAPER (self), 0);

  return self->n_pages;
}

static void
draw_layout (cairo_t     *cr,
             PangoLayout *layout,
             double       x,
             double       y)
{
  if (layout == NULL)
    return;

  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_rule (TrancheLetterPaper *self,
           cairo_t            *cr,
           double              y)
{
  cairo_set_source_rgb (cr, GREY, GREY, GREY);
  cairo_set_line_width (cr, RULE_WIDTH);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, self->width, y);
  cairo_stroke (cr);
}

static void
draw_block (TrancheLetterPaper *self,
            cairo_t            *cr,
            const Block        *block)
{
  gboolean is_label = block->right != NULL;
  double shade = is_label ? GREY : 0;

  cairo_set_source_rgb (cr, shade, shade, shade);
  draw_layout (cr, block->left, 0, block->y);
  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_layout (cr, block->right, value_x (self), block->y);

  if (block->is_heading)
    draw_rule (self, cr, block->y + block_height (block) + 1);
}

static void
draw_foot (TrancheLetterPaper *self,
           cairo_t            *cr,
           guint               page)
{
  g_autoptr (PangoLayout) left = make_layout (self, self->title, -1, &foot_font, self->width);
  g_autoptr (PangoLayout) right = NULL;
  g_autofree char *number = NULL;
  double y;

  /* Translators: at the foot of a printed page, such as "Page 1 of 2" */
  number = g_strdup_printf (_("Page %u of %u"), page + 1, self->n_pages);
  right = make_layout (self, number, -1, &foot_font, self->width);
  pango_layout_set_alignment (right, PANGO_ALIGN_RIGHT);
  pango_layout_set_ellipsize (left, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (left, (int) (self->width * 0.75 * PANGO_SCALE));

  y = self->height - layout_height (right);
  cairo_set_source_rgb (cr, GREY, GREY, GREY);
  draw_layout (cr, left, 0, y);
  draw_layout (cr, right, 0, y);
}

void
tranche_letter_paper_draw (TrancheLetterPaper *self,
                           cairo_t            *cr,
                           guint               page)
{
  g_return_if_fail (TRANCHE_IS_LETTER_PAPER (self));
  g_return_if_fail (page < self->n_pages);

  for (guint i = 0; i < self->blocks->len; i++) {
    const Block *block = &g_array_index (self->blocks, Block, i);

    if (block->page == page)
      draw_block (self, cr, block);
  }
  draw_foot (self, cr, page);
}
