-- Driven by test_neovim.py: open the draft, wait for diagnostics, apply the wanted action, save, and tell what was seen.
local wanted, report = os.getenv("WANTED"), os.getenv("REPORT")

local function seen()
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, { diagnostic.code or diagnostic.user_data.lsp.code, diagnostic.lnum, diagnostic.col, diagnostic.end_col })
  end
  return found
end

local function await(what, condition)
  if not vim.wait(25000, condition, 20) then
    error("waited in vain for " .. what)
  end
end

local function run()
  local told = {}
  await("diagnostics", function() return #vim.diagnostic.get(0) > 0 end)
  told.before = seen()
  vim.api.nvim_win_set_cursor(0, { told.before[1][2] + 1, told.before[1][3] })
  told.titles = {}
  vim.ui.select = function(items, options, choose)
    for _, item in ipairs(items) do
      local title = options.format_item(item)
      table.insert(told.titles, title)
      if title:find(wanted, 1, true) then choose(item) end
    end
  end
  local tick = vim.api.nvim_buf_get_changedtick(0)
  vim.lsp.buf.code_action()
  await("the action", function() return vim.api.nvim_buf_get_changedtick(0) ~= tick end)
  await("fewer diagnostics", function() return #vim.diagnostic.get(0) < #told.before end)
  vim.cmd("write")
  told.after = seen()
  return told
end

local fine, told = pcall(run)
vim.fn.writefile({ vim.json and vim.json.encode(fine and told or { error = told }) or vim.fn.json_encode(fine and told or { error = told }) }, report)
vim.cmd("quitall!")
