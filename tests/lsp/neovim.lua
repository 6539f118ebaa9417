-- Driven by test_neovim.py: opens the draft, takes one code action after another, saves, and tells what was seen.
-- STEPS is a list of pairs: the rule whose finding the cursor goes to, and words of the action's title.

local function seen()
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    local code = diagnostic.code or diagnostic.user_data.lsp.code
    table.insert(found, { code, diagnostic.lnum, diagnostic.col, diagnostic.end_col })
  end
  return found
end

local function await(what, condition)
  if not vim.wait(60000, condition, 20) then
    error("waited in vain for " .. what)
  end
end

local function act(rule, words)
  local before = seen()
  for _, one in ipairs(before) do
    if one[1] == rule then
      vim.api.nvim_win_set_cursor(0, { one[2] + 1, one[3] })
    end
  end
  local titles = {}
  vim.ui.select = function(items, options, choose)
    local chosen
    for _, item in ipairs(items) do
      local title = options.format_item(item)
      table.insert(titles, title)
      chosen = chosen or (title:find(words, 1, true) and item)
    end
    choose(chosen)
  end
  local tick = vim.api.nvim_buf_get_changedtick(0)
  vim.lsp.buf.code_action()
  await("the action " .. words, function() return vim.api.nvim_buf_get_changedtick(0) ~= tick end)
  await("fewer diagnostics", function() return #vim.diagnostic.get(0) < #before end)
  return { before = before, titles = titles, after = seen() }
end

local function run()
  await("diagnostics", function() return #vim.diagnostic.get(0) > 0 end)
  local told = {}
  for _, step in ipairs(vim.fn.json_decode(os.getenv("STEPS"))) do
    table.insert(told, act(step[1], step[2]))
  end
  vim.cmd("write")
  return told
end

local fine, told = pcall(run)
vim.fn.writefile({ vim.fn.json_encode(fine and told or { error = told }) }, os.getenv("REPORT"))
vim.cmd("quitall!")
